use policy::{Answers, Template, Written};

use crate::words::Words;

/// What a school answered, and what somebody wrote in the draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Desk {
    /// The answers.
    pub answers: Answers,
    /// The sections in which somebody wrote, by name. Answers do not change these any more.
    pub changed: Vec<(String, String)>,
}

impl Desk {
    /// The sections as they are now.
    pub fn sections<'t>(&self, template: &'t Template, words: Words) -> Vec<Written<'t>> {
        let mut draft = template.draft(&self.answers, &|question| words.fill("policy.gap", &[("question", question)]));
        for section in &mut draft {
            if let Some(text) = self.changed_text(section.id) {
                section.text = text.to_owned();
            }
        }
        draft
    }

    /// What somebody wrote in place of a section.
    pub fn changed_text(&self, id: &str) -> Option<&str> {
        self.changed.iter().find(|(known, _)| known == id).map(|(_, text)| text.as_str())
    }

    /// Somebody wrote in a section. What is the draft's own text again is no change.
    pub fn write(&mut self, id: &str, text: &str, template: &Template, words: Words) {
        self.put_back(id);
        let is_own = self.sections(template, words).iter().any(|section| section.id == id && section.text == text);
        if !is_own {
            self.changed.push((id.to_owned(), text.to_owned()));
        }
    }

    /// The draft's own text in place of what somebody wrote, which is given back.
    pub fn put_back(&mut self, id: &str) -> Option<String> {
        let place = self.changed.iter().position(|(known, _)| known == id)?;
        Some(self.changed.remove(place).1)
    }
}
