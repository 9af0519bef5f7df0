use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use screening::Instrument;

use super::{
    Props,
    entry::{Entry, sort},
    list::{self, Everything},
    store,
};
use crate::{
    browser::{self, Failure, Part, Stored},
    islands::check::take::{
        notes::{self, Added},
        text,
    },
    words::Words,
};

struct Live {
    host: Part,
    instruments: Vec<Instrument>,
    words: Words,
    /// What was deleted since the page was opened, to put it back: the name, and what was kept. Gone when the page is left.
    gone: RefCell<Vec<(String, String)>>,
    everything: Cell<Everything>,
}

/// Shows what is kept in place of the words that stand there without the program.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let props: Props = browser::props(host.element())?;
    let live = Rc::new(Live {
        host,
        instruments: props.instruments.into_iter().map(Instrument::published).collect(),
        words: Words::keep(props.words),
        gone: RefCell::default(),
        everything: Cell::new(Everything::Offered),
    });
    live.show();
    let pressed = live.clone();
    live.host.on("click", move |happening| {
        if !pressed.stopped() {
            pressed.pressed(&happening.pressed());
        }
    });
    browser::on_change(move |event| {
        if live.stopped() {
            return;
        }
        if event == "pagehide" {
            // A page that the browser keeps for Back must not bring back what was deleted.
            live.gone.borrow_mut().clear();
        }
        live.everything.set(Everything::Offered);
        live.show();
    });
    Ok(())
}

impl Live {
    /// Once the program has failed, the prerendered page is back in place of ours, and it stays.
    fn stopped(&self) -> bool {
        self.host.has("data-stopped")
    }

    /// Everything that is kept, and what was deleted a moment ago; none where this browser keeps nothing for us.
    fn entries(&self) -> Option<Vec<Entry<'_>>> {
        let there = store::all()?.into_iter().map(|(name, text)| (name, text, false));
        let gone = self.gone.borrow();
        let gone = gone.iter().map(|(name, text)| (name.clone(), text.clone(), true));
        let mut entries: Vec<Entry<'_>> =
            there.chain(gone).map(|(name, text, gone)| Entry::new(name, text, gone, &self.instruments)).collect();
        sort(&mut entries);
        Some(entries)
    }

    fn show(&self) {
        let entries = self.entries();
        let style = self.words.get("take.date-style");
        let day = |day: &str| browser::day_in_words(day, style);
        let html = list::html(entries.as_deref(), self.everything.get(), &self.instruments, &day, self.words);
        let opened: Vec<String> = self.host.all("details[open]").iter().map(|part| part.attribute("id")).collect();
        self.host.draw(&html);
        // What the person has opened stays open.
        for id in opened {
            if let Some(part) = self.host.find(&["#", &id].concat()) {
                part.set("open", "true");
            }
        }
    }

    /// A button with this id was pressed.
    fn pressed(&self, id: &str) {
        let (everything, focus) = match id {
            "all" => (Everything::Asked, "#all-sure".to_owned()),
            "all-no" => (Everything::Offered, "#all".to_owned()),
            "all-yes" => {
                store::delete_all();
                self.gone.borrow_mut().clear();
                (Everything::Deleted, "#kept-none".to_owned())
            }
            _ => match self.pressed_on(id) {
                Some(focus) => (Everything::Offered, focus),
                None => return,
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
            "delete" => {
                let text = store::all()?.into_iter().find(|(found, _)| found == name)?.1;
                store::delete(name);
                self.gone.borrow_mut().push((name.to_owned(), text));
                Some(["#back-", name].concat())
            }
            "back" => {
                let text = self.gone.borrow().iter().find(|(found, _)| found == name)?.1.clone();
                if store::put_back(name, &text) != Stored::Yes {
                    browser::write(&["#said-", name].concat(), self.words.get("kept.not-back"));
                    return None;
                }
                self.gone.borrow_mut().retain(|(found, _)| found != name);
                Some(["#delete-", name].concat())
            }
            "save" => {
                let entry = self.entries()?.into_iter().find(|entry| entry.name == name)?;
                let saved = match &entry.result {
                    Ok((done, opened)) => {
                        let today = browser::day_in_words(done, self.words.get("take.date-style"));
                        let added = Added { today, ..Added::default() };
                        let notes = notes::notes(&opened.record, &added, self.words);
                        browser::download("notes.txt", "text/plain;charset=utf-8", &text::long(&notes))
                    }
                    Err(_) => browser::download("notes.txt", "text/plain;charset=utf-8", &entry.text),
                };
                let said = if saved { "take.saved" } else { "take.not-saved" };
                browser::write(&["#said-", name].concat(), self.words.get(said));
                None
            }
            _ => None,
        }
    }
}
