use std::{array::from_fn, cell::RefCell, rc::Rc};

use super::{
    hands::Hands,
    round::{Ages, Round, Statement},
    stage,
};
use crate::{
    browser::{self, Failure, Part},
    html::Html,
    islands::guidance,
    words::Words,
};

struct Live {
    host: Part,
    ages: Vec<Ages>,
    /// None while an age is to be chosen.
    round: RefCell<Option<Round>>,
    words: Words,
}

/// Reads the tables of the page, and puts the stage above the first of them.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let words = guidance::words(&host)?;
    let (mut ages, mut first) = (Vec::<Ages>::new(), None);
    let mut heading: Option<Part> = None;
    for part in host.all(".app-prose h2, .app-prose table") {
        let rows: Vec<Statement> = part.all("tr").iter().filter_map(row).collect();
        match &heading {
            Some(above) if !rows.is_empty() => {
                first.get_or_insert_with(|| above.clone());
                ages.push(Ages { name: above.text(), statements: rows });
            }
            _ => heading = Some(part),
        }
    }
    first.ok_or(Failure::new("no statements"))?.before(&opening(words));
    let live = Rc::new(Live { host, ages, round: RefCell::default(), words });
    live.show();
    let pressed = live.clone();
    guidance::on_press(&live.host, move |id| pressed.pressed(id));
    let submitted = live.clone();
    live.host.on("submit", move |happening| {
        happening.prevent();
        if !submitted.host.has("data-stopped") {
            submitted.reveal();
        }
    });
    Ok(())
}

/// A row with its three cells and a number that can be drawn.
fn row(row: &Part) -> Option<Statement> {
    let cells = row.all("td");
    let [words, number, group] = cells.as_slice() else { return None };
    let statement = Statement { words: words.html(), number: number.text(), group: group.text() };
    statement.value().is_some().then_some(statement)
}

fn opening(words: Words) -> String {
    Html::new()
        .raw("<section class=\"app-panel app-class\" aria-labelledby=class-title><h2 class=govuk-heading-m id=class-title tabindex=-1>")
        .text(words.get("class-quiz.title"))
        .raw("</h2><div id=class-stage></div></section>")
        .finish()
}

impl Live {
    fn show(&self) {
        let round = self.round.borrow();
        let html = match round.as_ref() {
            None => stage::choice(&self.ages, self.words),
            Some(round) => stage::statement(round, self.words),
        };
        // While a statement is shown, the style sheet hides the tables, which have the numbers.
        self.host.set("data-on", if round.is_some() { "true" } else { "" });
        browser::draw("#class-stage", &html);
    }

    fn pressed(&self, id: &str) {
        let focus = match id {
            "class-end" => {
                self.round.replace(None);
                "#class-title"
            }
            "class-next" | "class-back" => {
                let mut round = self.round.borrow_mut();
                let moved = round
                    .as_mut()
                    .is_some_and(|round| if id == "class-next" { round.go_on() } else { round.go_back() });
                if !moved {
                    return;
                }
                "#class-ask"
            }
            _ => {
                let ages = id.strip_prefix("ages-").and_then(|place| place.parse().ok());
                let Some(round) = ages.and_then(|place| Round::new(&self.ages, place)) else { return };
                self.round.replace(Some(round));
                "#class-ask"
            }
        };
        self.show();
        browser::focus_on_top(focus);
    }

    /// Shows the number beside the hands, unless what was typed for them is no count.
    fn reveal(&self) {
        let typed = from_fn(|place| browser::value(&stage::field_of(place)));
        let hands = match Hands::read(&typed) {
            Err(place) => {
                for each in 0..typed.len() {
                    browser::set(&stage::field_of(each), "aria-invalid", if each == place { "true" } else { "" });
                }
                let range = stage::range(place, self.words);
                browser::write("#class-wrong", &self.words.fill("class-quiz.wrong", &[("range", &range)]));
                return browser::focus(&stage::field_of(place));
            }
            Ok(hands) => hands,
        };
        if let Some(round) = self.round.borrow_mut().as_mut() {
            round.show(hands);
        }
        self.show();
        browser::focus("#class-answer");
    }
}
