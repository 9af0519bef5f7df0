use std::{cell::RefCell, rc::Rc};

use policy::{Answers, Labels, Template, Written, text, word};

use super::{
    Props,
    desk::Desk,
    kept::{self, NAME, Standing, There, standing},
    shown,
};
use crate::{
    browser::{self, Change, Failure, Listening, Part, Stored},
    islands::guidance,
    words::Words,
};

/// The class under which the style sheet prints the sheet and nothing else.
const SHEET_ONLY: &str = "app-sheet-only";

/// What Word calls its files.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

struct Live {
    host: Part,
    template: Template,
    day: String,
    words: Words,
    desk: RefCell<Desk>,
    /// What was there before everything was begun again, until something is answered or written.
    before: RefCell<Option<Desk>>,
    /// What was last opened from the device, or kept there.
    known: RefCell<Option<Desk>>,
    listening: RefCell<Option<Listening>>,
}

/// Shows the questions, and puts fields in place of the draft.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let Props { template, day, words } = browser::props(host.element())?;
    let words = Words::keep(words);
    let live = Rc::new(Live {
        host,
        template,
        day,
        words,
        desk: RefCell::default(),
        before: RefCell::default(),
        known: RefCell::default(),
        listening: RefCell::default(),
    });
    browser::draw("#policy-form", &shown::form(words, &live.template.questions));
    browser::draw("#policy-tools", &shown::tools(words));
    browser::draw("#policy-draft", &shown::fields(words, &live.sections()));
    live.follow();
    browser::show("#policy-form", true);
    browser::show("#policy-tools", true);
    let pressed = live.clone();
    guidance::on_press(&live.host, move |id| pressed.pressed(id));
    let typed = live.clone();
    // A choice is told by the same event.
    live.host.on("input", move |happening| {
        if typed.host.has("data-stopped") {
            return;
        }
        match happening.part().filter(|part| part.has("data-section")) {
            Some(field) => {
                let id = field.attribute("data-section");
                typed.desk.borrow_mut().write(&id, &field.typed(), &typed.template, typed.words);
            }
            None => typed.desk.borrow_mut().answers = typed.answered(),
        }
        typed.before.take();
        typed.fill();
    });
    let changed = live.clone();
    *live.listening.borrow_mut() = Some(browser::on_change(move |change| {
        let ours = match &change {
            Change::Stored { name, .. } => name.as_deref().is_none_or(|name| name == NAME),
            Change::Shown => true,
            Change::Left => false,
        };
        if ours && !changed.host.has("data-stopped") {
            changed.follow();
        }
    }));
    live.host.on("submit", |happening| happening.prevent());
    Ok(())
}

impl Live {
    /// What the form says.
    fn answered(&self) -> Answers {
        let lines = self.host.all("[data-line]").into_iter().map(|field| (field.attribute("data-line"), field.line()));
        let chosen =
            self.host.all("[data-one]").into_iter().filter_map(|group| {
                Some((group.attribute("data-one"), group.find("input:checked")?.attribute("value")))
            });
        Answers::of(lines.chain(chosen))
    }

    /// Opens what is kept on the device, where nothing on the page would be lost by that.
    fn follow(&self) {
        let there = kept::there();
        let desk = self.desk.borrow().clone();
        let free = desk == Desk::default() || Some(&desk) == self.known.borrow().as_ref();
        match there {
            There::Desk(kept) if free || kept == desk => self.open(kept),
            There::Desk(_) => {}
            There::Nothing | There::Unreadable(_) => drop(self.known.take()),
        }
        self.fill();
    }

    fn open(&self, kept: Desk) {
        self.desk.replace(kept.clone());
        self.known.replace(Some(kept));
        self.put_into_form();
    }

    fn standing(&self) -> Standing {
        standing(&self.desk.borrow(), self.known.borrow().as_ref(), &kept::there())
    }

    fn keep(&self) {
        match self.standing() {
            Standing::Other | Standing::Unreadable(_) => return,
            Standing::Unkept | Standing::Kept | Standing::Changed => {}
        }
        let desk = self.desk.borrow().clone();
        match kept::keep(&desk) {
            Stored::Yes => {
                self.known.replace(Some(desk));
                self.fill();
            }
            Stored::Full => self.say("policy.full"),
            Stored::Blocked => self.say("policy.blocked"),
        }
    }

    fn sections(&self) -> Vec<Written<'_>> {
        self.desk.borrow().sections(&self.template, self.words)
    }

    /// Puts into every field what belongs there, and says what is still to be done.
    fn fill(&self) {
        let sections = self.sections();
        for field in self.host.all("[data-section]") {
            let id = field.attribute("data-section");
            if let Some(section) = sections.iter().find(|section| section.id == id) {
                field.type_in(&section.text);
            }
        }
        let desk = self.desk.borrow();
        for note in self.host.all("[data-changed]") {
            note.show(desk.changed_text(&note.attribute("data-changed")).is_some());
        }
        let gaps: usize = sections.iter().map(|section| section.text.matches('[').count()).sum();
        browser::write("#policy-left", &self.words.count("policy.left", gaps as u32));
        browser::show("#policy-undo-part", self.before.borrow().is_some());
        browser::write("#policy-said", "");
        drop(desk);
        let standing = self.standing();
        browser::write("#policy-kept", self.words.get(standing.key()));
        browser::show("#policy-choose", standing == Standing::Other);
        browser::show("#policy-forget-part", !matches!(standing, Standing::Unkept | Standing::Unreadable(_)));
    }

    fn pressed(&self, id: &str) {
        match id {
            "policy-word" => {
                let file = self.with_labels(word);
                self.say(if browser::download_bytes("drug-and-alcohol-policy.docx", WORD, &file) {
                    "policy.saved"
                } else {
                    "policy.not-saved"
                });
            }
            "policy-text" => {
                let file = self.with_labels(text);
                let done = browser::download("drug-and-alcohol-policy.txt", "text/plain;charset=utf-8", &file);
                self.say(if done { "policy.saved" } else { "policy.not-saved" });
            }
            "policy-print" => {
                browser::draw("#policy-sheet", &self.with_labels(shown::sheet));
                browser::print_only(SHEET_ONLY);
            }
            "policy-keep" => self.keep(),
            "policy-mine" => {
                // Seen and chosen: from now on this is a change of the one that is there.
                if let There::Desk(kept) = kept::there() {
                    self.known.replace(Some(kept));
                }
                self.keep();
                browser::focus("#policy-keep");
            }
            "policy-theirs" => {
                let before = self.desk.borrow().clone();
                if let There::Desk(kept) = kept::there() {
                    self.open(kept);
                    self.before.replace(Some(before));
                }
                self.fill();
                browser::focus("#policy-title");
            }
            "policy-forget" => {
                // What is on the page stays there, so keeping it again undoes this.
                let deleted = browser::delete(NAME);
                self.known.take();
                self.fill();
                self.say(if deleted { "policy.forgotten" } else { "policy.not-forgotten" });
                browser::focus("#policy-keep");
            }
            "policy-again" => {
                let before = self.desk.replace(Desk::default());
                self.put_into_form();
                self.before.replace(Some(before));
                self.fill();
                self.say("policy.begun-again");
                browser::focus("#policy-undo");
            }
            "policy-undo" => {
                if let Some(before) = self.before.take() {
                    self.desk.replace(before);
                    self.put_into_form();
                    self.fill();
                    browser::focus("#policy-title");
                }
            }
            _ => {
                let Some(section) = id.strip_prefix("back-") else { return };
                // Where somebody wrote for long, a press by mistake would lose it all.
                let before = self.desk.borrow().clone();
                if self.desk.borrow_mut().put_back(section).is_some() {
                    self.before.replace(Some(before));
                    self.fill();
                    self.say("policy.put-back");
                    browser::focus("#policy-undo");
                }
            }
        }
    }

    fn with_labels<T>(&self, make: impl Fn(Labels<'_>, &[Written<'_>]) -> T) -> T {
        let desk = self.desk.borrow();
        let labels = Labels {
            title: &self.template.title,
            school: self.template.school(&desk.answers),
            note: &self.words.fill("policy.note", &[("day", &self.day)]),
            rests_on: self.words.get("policy.rests-on"),
        };
        make(labels, &self.sections())
    }

    /// The form as the answers are.
    fn put_into_form(&self) {
        let desk = self.desk.borrow();
        let answer = |id: &str| desk.answers.to(id).unwrap_or_default().to_owned();
        for field in self.host.all("[data-line]") {
            field.put_line(&answer(&field.attribute("data-line")));
        }
        for group in self.host.all("[data-one]") {
            let chosen = answer(&group.attribute("data-one"));
            for choice in group.all("input") {
                choice.choose(choice.attribute("value") == chosen);
            }
        }
    }

    fn say(&self, key: &str) {
        browser::write("#policy-said", self.words.get(key));
    }
}
