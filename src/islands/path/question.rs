use crate::browser::Part;

/// A question in the page.
pub struct Asked {
    part: Part,
    options: Vec<Part>,
}

impl Asked {
    /// The question of this part of the page.
    pub fn of(part: Part) -> Asked {
        let asked = Asked { options: part.all("input"), part };
        asked.settle_early();
        asked
    }

    /// What was chosen before the program came may be an option that excludes the others, beside others. What says
    /// something is then meant, and not "none of these": the questions after it would else not be asked.
    fn settle_early(&self) {
        let says = |option: &&Part| option.is_chosen() && !option.has("data-behaviour");
        if self.options.iter().any(|option| says(&option)) {
            for option in self.options.iter().filter(|option| option.has("data-behaviour")) {
                option.choose(false);
            }
        }
    }

    /// How many options it has.
    pub fn offered(&self) -> usize {
        self.options.len()
    }

    /// Shows the question, without anything about an answer that is missing, or hides it.
    pub fn show(&self, shown: bool) {
        self.part.show(shown);
        self.say_missing(false);
    }

    /// The places of the options chosen.
    pub fn chosen(&self) -> Vec<usize> {
        self.options.iter().enumerate().filter(|(_, option)| option.is_chosen()).map(|(place, _)| place).collect()
    }

    /// Forgets what is chosen.
    pub fn clear(&self) {
        for option in &self.options {
            option.choose(false);
        }
    }

    /// Holds the options to each other after one of them was chosen: one that excludes the others takes their choice
    /// away, and any other takes its. They are marked as govuk-frontend marks them.
    pub fn settle(&self, changed: &Part) {
        if !changed.is_chosen() || !self.options.contains(changed) {
            return;
        }
        for option in &self.options {
            if option != changed && (changed.has("data-behaviour") || option.has("data-behaviour")) {
                option.choose(false);
            }
        }
    }

    /// "Question 2 of at most 5". Only the numbers are ours: the words around them may have been translated.
    pub fn set_progress(&self, (number, of): (usize, usize)) {
        for (mark, value) in [("[data-n]", number), ("[data-of]", of)] {
            if let Some(part) = self.part.find(mark) {
                part.set_text(&value.to_string());
            }
        }
    }

    /// The text of where we are, for the page's title.
    pub fn progress(&self) -> String {
        self.text(".app-progress__text")
    }

    /// What is said before an error.
    pub fn error_prefix(&self) -> String {
        self.text(".govuk-error-message > span")
    }

    /// Says that an answer is missing, or takes that back.
    pub fn say_missing(&self, missing: bool) {
        for part in self.part.all("[data-problem], .govuk-error-message") {
            part.show(missing);
        }
        if let Some(group) = self.part.find(".govuk-form-group") {
            group.set("class", if missing { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" });
        }
        if let Some(fieldset) = self.part.find("fieldset") {
            // What describes the group with an error and without one stands in the page.
            let described = fieldset.attribute(if missing { "data-with-error" } else { "data-without-error" });
            fieldset.set("aria-describedby", &described);
        }
        if missing && let Some(summary) = self.part.find(".govuk-error-summary") {
            summary.focus();
        }
    }

    /// Moves focus to the question.
    pub fn focus(&self) {
        if let Some(heading) = self.part.find("h2.govuk-fieldset__heading") {
            heading.focus();
        }
    }

    /// Moves focus to its first option.
    pub fn focus_options(&self) {
        if let Some(option) = self.options.first() {
            option.focus();
        }
    }

    fn text(&self, selector: &str) -> String {
        self.part.find(selector).map(|part| part.text()).unwrap_or_default()
    }
}
