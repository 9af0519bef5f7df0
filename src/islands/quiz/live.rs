use std::{cell::RefCell, rc::Rc};

use super::tally::Tally;
use crate::{
    browser::{self, Failure, Part},
    html::Html,
    islands::guidance,
    words::Words,
};

struct Live {
    /// What opens with the facts, statement by statement.
    facts: Vec<Part>,
    tally: RefCell<Tally>,
    words: Words,
}

/// Puts two buttons above the facts of each statement, and a place for the result at the end.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let words = guidance::words(&host)?;
    let (mut facts, mut statement) = (Vec::new(), String::new());
    for part in host.all(".app-prose :is(h2, h3), [data-answer]") {
        if part.has("data-answer") {
            part.before(&buttons(facts.len(), &statement, words));
            facts.push(part);
        } else {
            statement = part.text();
        }
    }
    facts.last().ok_or(Failure::new("no statements"))?.after(&end(words));
    let tally = Tally::new(facts.iter().map(|facts| facts.attribute("data-answer") == "true"));
    let live = Rc::new(Live { facts, tally: RefCell::new(tally), words });
    guidance::on_press(&host, move |id| live.pressed(id));
    Ok(())
}

/// The two buttons of a statement, named by it, and the line that says what came of the guess.
fn buttons(place: usize, statement: &str, words: Words) -> String {
    let id = place.to_string();
    Html::new()
        .raw("<fieldset class=\"govuk-fieldset\" id=quiz-")
        .raw(&id)
        .raw("><legend class=govuk-visually-hidden>")
        .text(&words.fill("quiz.guess", &[("statement", statement)]))
        .raw("</legend>")
        .button(&["true-", &id].concat(), words.get("quiz.true"))
        .button(&["false-", &id].concat(), words.get("quiz.false"))
        .raw("</fieldset><p class=app-quiz__said tabindex=-1 hidden id=said-")
        .raw(&id)
        .raw("></p>")
        .finish()
}

fn end(words: Words) -> String {
    Html::new()
        .raw("<div class=app-quiz__end><p class=app-quiz__said role=status id=quiz-result></p><p id=quiz-again-part hidden>")
        .button("quiz-again", words.get("quiz.again"))
        .raw("</p></div>")
        .finish()
}

impl Live {
    fn pressed(&self, id: &str) {
        if id == "quiz-again" {
            return self.again();
        }
        let Some((guess, place)) = id.split_once('-') else { return };
        if let ("true" | "false", Ok(place)) = (guess, place.parse()) {
            self.guess(place, guess == "true");
        }
    }

    /// Says what came of a guess, in words and beside the facts, and where we are.
    fn guess(&self, place: usize, guess: bool) {
        let Some(fact) = self.tally.borrow_mut().guess(place, guess) else { return };
        let (tally, words, id) = (self.tally.borrow(), self.words, place.to_string());
        let said = match (guess, fact) {
            (true, true) => "quiz.true-is-true",
            (true, false) => "quiz.true-is-not",
            (false, false) => "quiz.false-is-not",
            (false, true) => "quiz.false-is-true",
        };
        let (guessed, all) = (tally.guessed().to_string(), tally.all().to_string());
        let html = Html::new()
            .raw("<strong>")
            .text(words.get(said))
            .raw("</strong> <span class=app-small>")
            .text(&words.fill("quiz.progress", &[("n", &guessed), ("of", &all)]))
            .raw("</span>");
        let line = ["#said-", &id].concat();
        browser::draw(&line, &html.finish());
        browser::show(&["#quiz-", &id].concat(), false);
        browser::show(&line, true);
        if let Some(facts) = self.facts.get(place) {
            facts.set("open", "open");
        }
        // The line is read because it gets focus; the next Tab leads into the facts.
        browser::focus(&line);
        if tally.is_over() {
            let same = words.count("quiz.same", u32::try_from(tally.same()).unwrap_or(u32::MAX));
            let result = [&words.fill("quiz.over", &[("of", &all)]), " ", &same].concat();
            browser::write("#quiz-result", &result);
            browser::show("#quiz-again-part", true);
        }
    }

    fn again(&self) {
        self.tally.borrow_mut().again();
        for (place, facts) in self.facts.iter().enumerate() {
            let id = place.to_string();
            facts.set("open", "");
            browser::show(&["#quiz-", &id].concat(), true);
            browser::show(&["#said-", &id].concat(), false);
        }
        browser::write("#quiz-result", "");
        browser::show("#quiz-again-part", false);
        browser::focus("#true-0");
    }
}
