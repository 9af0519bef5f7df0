use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use screening::Instrument;

use super::{
    Props,
    entry::{Entry, sort},
    item,
    list::{Everything, List},
    once::Once,
    places::Places,
    plan::KeptPlan,
    policy::KeptPolicy,
    store,
};
use crate::{
    browser::{self, Change, Failure, Listening, Part, Stored},
    islands::{
        check::{
            place,
            take::{
                notes::{self, Added},
                text,
            },
        },
        plan, policy, shortlist,
    },
    words::Words,
};

struct Live {
    host: Part,
    instruments: Vec<Instrument>,
    words: Words,
    /// What was deleted since the page was opened, to put it back: the name, and what was kept. Gone when the page is left.
    gone: RefCell<Vec<(String, String)>>,
    places: Once,
    plan: Once,
    policy: Once,
    headings: Vec<(String, String)>,
    everything: Cell<Everything>,
    listening: RefCell<Option<Listening>>,
}

/// Shows what is kept in place of the words that stand there without the program.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let props: Props = browser::props(host.element())?;
    let live = Rc::new(Live {
        host,
        instruments: props.instruments.into_iter().map(Instrument::published).collect(),
        words: Words::keep(props.words),
        gone: RefCell::default(),
        places: Once::new(shortlist::NAME, "places-delete", "places-back"),
        plan: Once::new(plan::kept::NAME, "plan-delete", "plan-back"),
        policy: Once::new(policy::kept::NAME, "policy-delete", "policy-back"),
        headings: props.plan,
        everything: Cell::new(Everything::Offered),
        listening: RefCell::default(),
    });
    live.show();
    let pressed = live.clone();
    live.host.on("click", move |happening| {
        if !pressed.stopped() {
            pressed.pressed(&happening.pressed());
        }
    });
    let changed = live.clone();
    *live.listening.borrow_mut() = Some(browser::on_change(move |change| {
        if !changed.stopped() {
            changed.changed(&change);
        }
    }));
    Ok(())
}

impl Live {
    /// Once the program has failed, the prerendered page is back in place of ours, and it stays.
    fn stopped(&self) -> bool {
        self.host.has("data-stopped")
    }

    /// Everything that is kept, and what was deleted a moment ago; none where this browser keeps nothing for us.
    fn entries(&self) -> Option<Vec<Entry<'_>>> {
        let there = store::all()?;
        // What is there again has nothing to be put back.
        self.gone.borrow_mut().retain(|(name, _)| !there.iter().any(|(found, _)| found == name));
        let there = there.into_iter().map(|(name, text)| (name, text, false));
        let gone = self.gone.borrow();
        let gone = gone.iter().map(|(name, text)| (name.clone(), text.clone(), true));
        let mut entries: Vec<Entry<'_>> =
            there.chain(gone).map(|(name, text, gone)| Entry::new(name, text, gone, &self.instruments)).collect();
        sort(&mut entries);
        Some(entries)
    }

    fn show(&self) {
        let (entries, places, plan) = (self.entries(), Places::now(&self.places), KeptPlan::now(&self.plan));
        let list = List {
            entries: entries.as_deref(),
            place: place::is_kept(),
            places: places.as_ref(),
            plan: plan.as_ref(),
            policy: KeptPolicy::now(&self.policy),
            headings: &self.headings,
            everything: self.everything.get(),
            instruments: &self.instruments,
            day: &|day| self.in_words(day),
            words: self.words,
        };
        let html = list.html();
        let opened: Vec<String> = self.host.all("details[open]").iter().map(|part| part.attribute("data-of")).collect();
        let focused = browser::focused(self.host.element());
        self.host.draw(&html);
        // What the person has opened stays open, and where they are stays there.
        for name in opened {
            self.fill(&name);
            if let Some(part) = self.host.find(&["#answers-", &name].concat()) {
                part.set("open", "true");
            }
        }
        if let Some(selector) = focused {
            browser::focus(&selector);
        }
    }

    fn in_words(&self, day: &str) -> String {
        browser::day_in_words(day, self.words.get("take.date-style"))
    }

    /// Puts the answers of a result into the part that opens.
    fn fill(&self, name: &str) {
        let Some(entries) = self.entries() else { return };
        let entry = entries.iter().find(|entry| entry.name == name);
        let Some(Ok((_, opened))) = entry.map(|entry| &entry.result) else { return };
        if let Some(part) = self.host.find(&["#answers-", name].concat()) {
            part.set("data-of", name);
            browser::draw(&["#answers-", name, " .govuk-details__text"].concat(), &item::answers(opened, self.words));
        }
    }

    /// What is kept once only.
    fn once(&self) -> [&Once; 3] {
        [&self.places, &self.plan, &self.policy]
    }

    /// What was deleted cannot be put back any more.
    fn nothing_back(&self) {
        self.gone.borrow_mut().clear();
        self.once().into_iter().for_each(Once::forget);
    }

    fn nothing_to_put_back(&self) -> bool {
        self.gone.borrow().is_empty() && !self.once().into_iter().any(Once::is_gone)
    }

    /// Something happened without this page.
    fn changed(&self, change: &Change) {
        match change {
            Change::Stored { name, .. } if !store::concerns(name.as_deref()) => return,
            // Whoever deletes in another tab means it.
            Change::Stored { deleted: true, .. } => self.nothing_back(),
            Change::Stored { .. } | Change::Shown => {}
            // A page that the browser keeps for Back must not bring back what was deleted.
            Change::Left if self.nothing_to_put_back() => return,
            Change::Left => self.nothing_back(),
        }
        self.show();
    }

    /// A button with this id was pressed.
    fn pressed(&self, id: &str) {
        let (everything, focus) = match id {
            "all" => (Everything::Asked, "#all-sure".to_owned()),
            "all-no" => (Everything::Offered, "#all".to_owned()),
            "all-yes" => {
                let deleted = store::delete_all();
                self.nothing_back();
                if deleted {
                    (Everything::Deleted, "#kept-none".to_owned())
                } else {
                    (Everything::NotDeleted, "#all-not".to_owned())
                }
            }
            _ => match self.once().into_iter().find_map(|once| once.pressed(id)) {
                Some(Ok(focus)) => (Everything::Offered, ["#", focus].concat()),
                Some(Err(key)) => {
                    let part = id.split('-').next().unwrap_or_default();
                    return browser::write(&["#", part, "-said"].concat(), self.words.get(key));
                }
                None => match self.pressed_on(id) {
                    Some(focus) => (Everything::Offered, focus),
                    None => return,
                },
            },
        };
        self.everything.set(everything);
        self.show();
        browser::focus(&focus);
    }

    /// A button of one kept thing. Gives the selector of what has focus once the list is shown anew; none if it need not be.
    fn pressed_on(&self, id: &str) -> Option<String> {
        let (act, name) = id.split_once('-')?;
        match act {
            "open" => {
                self.fill(name);
                None
            }
            "delete" => {
                let text = store::all()?.into_iter().find(|(found, _)| found == name)?.1;
                if !store::delete(name) {
                    self.say(name, "kept.not-deleted");
                    return None;
                }
                self.gone.borrow_mut().push((name.to_owned(), text));
                Some(["#back-", name].concat())
            }
            "back" => {
                let text = self.gone.borrow().iter().find(|(found, _)| found == name)?.1.clone();
                if store::put_back(name, &text) != Stored::Yes {
                    self.say(name, "kept.not-back");
                    return None;
                }
                Some(["#delete-", name].concat())
            }
            "save" => {
                let saved = self.save(name)?;
                self.say(name, if saved { "take.saved" } else { "take.not-saved" });
                None
            }
            _ => None,
        }
    }

    /// Saves one as a file: its notes, or what is kept as it is if that cannot be shown.
    fn save(&self, name: &str) -> Option<bool> {
        let entry = self.entries()?.into_iter().find(|entry| entry.name == name)?;
        let file = match &entry.result {
            Ok((done, opened)) => {
                let added = Added { today: self.in_words(done), ..Added::default() };
                text::long(&notes::notes(&opened.record, &added, self.words))
            }
            Err(_) => entry.text,
        };
        Some(browser::download("notes.txt", "text/plain;charset=utf-8", &file))
    }

    fn say(&self, name: &str, key: &str) {
        browser::write(&["#said-", name].concat(), self.words.get(key));
    }
}
