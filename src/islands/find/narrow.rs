use std::cell::RefCell;

use directory::find::{Answer, Choice, Filter};

use super::answer::Around;
use crate::{
    browser::{self, Part},
    words::Words,
};

/// The boxes to tick. They are part of the page and not made here, so that a browser which brings the page back on Back
/// brings them back as they were, and no address has to.
pub struct Narrow {
    boxes: Vec<Tick>,
    /// The groups that are hidden while none of their boxes is shown.
    groups: Vec<Part>,
    /// What is written beside the boxes, to write only what has changed.
    counts: RefCell<Vec<String>>,
}

struct Tick {
    choice: Choice,
    /// What it says beside it.
    name: String,
    input: Part,
    label: Part,
    count: Option<Part>,
}

impl Narrow {
    /// The boxes of the page.
    pub fn of(host: &Part) -> Narrow {
        let tick = |label: Part| {
            let input = label.find("[data-filter]")?;
            let choice = Choice::read(&input.attribute("data-filter"))?;
            let name = label.text().trim().to_owned();
            Some(Tick { choice, name, count: label.find("[data-count]"), input, label })
        };
        let boxes: Vec<Tick> = host.all("[data-option]").into_iter().filter_map(tick).collect();
        // A link from another page may name a box, such as `/find/#f-kind-pharmacy`. Once it is ticked the address need not
        // say so any more: who unticks it means that, also after a reload.
        let named = browser::fragment();
        if let Some(tick) = boxes.iter().find(|tick| !named.is_empty() && tick.input.attribute("id") == named) {
            tick.input.choose(true);
            browser::replace("");
            // A browser opens what holds the place that an address names. All the boxes would be in the way of the search.
            if let Some(more) = host.find("#filter-more") {
                more.set("open", "");
            }
        }
        Narrow { boxes, groups: host.all("[data-group]"), counts: RefCell::default() }
    }

    /// What is ticked.
    pub fn filter(&self) -> Filter {
        Filter::new(self.boxes.iter().filter(|tick| tick.input.is_chosen()).map(|tick| tick.choice).collect())
    }

    /// Unticks everything.
    pub fn clear(&self) {
        self.boxes.iter().for_each(|tick| tick.input.choose(false));
    }

    /// Shows the boxes if there is something to narrow down. A link may have ticked one before that; and they do not go from
    /// under the fingers of who unticks one. Says which are ticked, which may be out of sight, and offers to untick them.
    pub fn say(&self, filter: &Filter, found: bool, words: Words) {
        let in_use = !filter.is_empty() || browser::focused_id().is_some_and(|id| id.starts_with("f-"));
        browser::show("#filter", found || in_use);
        let names: Vec<&str> =
            self.boxes.iter().filter(|tick| tick.input.is_chosen()).map(|tick| &*tick.name).collect();
        let ticked = match names.as_slice() {
            [] => String::new(),
            names => words.fill("filter.ticked", &[("names", &names.join(", "))]),
        };
        browser::write("#filter-ticked", &ticked);
        browser::show("#filter-clear", !filter.is_empty());
    }

    /// Writes the number beside each box, and hides those that would find nothing, unless they are ticked. Before there is a
    /// place to look around there is no number.
    pub fn count(&self, around: Around<'_>, answer: &Answer, filter: &Filter) {
        let choices: Vec<Choice> = self.boxes.iter().map(|tick| tick.choice).collect();
        let counts = around.finder.counts(answer, filter, &choices, around.now);
        let nothing = answer.found.is_empty();
        let texts: Vec<String> =
            counts.iter().map(|count| if nothing { String::new() } else { count.to_string() }).collect();
        let before = self.counts.take();
        for (place, ((tick, count), text)) in self.boxes.iter().zip(&counts).zip(&texts).enumerate() {
            if before.get(place) != Some(text)
                && let Some(part) = &tick.count
            {
                part.set_text(text);
            }
            tick.label.show(*count > 0 || tick.input.is_chosen());
        }
        self.counts.replace(texts);
        for group in &self.groups {
            group.show(group.find("[data-option]:not([hidden])").is_some());
        }
    }
}
