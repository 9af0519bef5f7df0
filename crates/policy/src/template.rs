use miniserde::{Deserialize, Serialize};

/// What a draft is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Template {
    /// The title of every draft.
    pub title: String,
    /// What a school is asked, in this order.
    pub questions: Vec<Question>,
    /// What the draft consists of, in this order.
    pub sections: Vec<Section>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Question {
    /// Its name.
    pub id: String,
    /// The question.
    pub text: String,
    /// A sentence under it; empty if there is none.
    pub hint: String,
    /// What stands in the draft until it is answered, where it asks for a line of text.
    pub blank: String,
    /// Its answers, where it asks to choose one; none where it asks for a line of text.
    pub choices: Vec<Choice>,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Choice {
    /// Its name.
    pub id: String,
    /// What it says.
    pub label: String,
}

/// A section of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Section {
    /// Its name.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Its words, some of them only for some schools.
    pub parts: Vec<Part>,
}

/// What a section rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// The paper, with its date as people read it.
    pub name: String,
    /// How far it was read, and what to check.
    pub note: String,
}

/// Some words of a section: paragraphs between blank lines, `- ` before what is in a list, `{school}` for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Part {
    /// The question on which it depends; empty for words that are for every school.
    pub question: String,
    /// The answers to it for which these words are.
    pub answers: Vec<String>,
    /// The words.
    pub text: String,
}

impl Template {
    /// The question of this name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// What is wrong with it, in words for whoever writes it; nothing if it can be used.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        for Question { id, blank, choices, .. } in &self.questions {
            if names.contains(&id.as_str()) {
                faults.push(format!("there are two questions {id:?}"));
            }
            names.push(id);
            if choices.is_empty() == blank.is_empty() {
                faults.push(format!("the question {id:?} has to have options, or a blank for the draft, and not both"));
            }
            let used = self
                .sections
                .iter()
                .flat_map(|section| &section.parts)
                .any(|part| part.question == *id || fills(&part.text).any(|named| named == id));
            if !used {
                faults.push(format!("nothing in the draft depends on the question {id:?}"));
            }
        }
        for Section { id, parts, sources, .. } in &self.sections {
            if self.sections.iter().filter(|section| section.id == *id).count() > 1 {
                faults.push(format!("there are two sections {id:?}"));
            }
            if sources.is_empty() {
                faults.push(format!("the section {id:?} does not say what it rests on"));
            }
            for part in parts {
                for named in fills(&part.text) {
                    if self.question(named).is_none_or(|question| !question.choices.is_empty()) {
                        faults.push(format!(
                            "the section {id:?} fills in {{{named}}}, which no question asks for as a line"
                        ));
                    }
                }
                let Some(question) = self.question(&part.question) else {
                    if !part.question.is_empty() {
                        faults.push(format!("the section {id:?} depends on {:?}, which is no question", part.question));
                    }
                    continue;
                };
                for answer in &part.answers {
                    if question.choices.iter().all(|choice| choice.id != *answer) {
                        faults.push(format!(
                            "the section {id:?} depends on {answer:?}, which is no answer to {:?}",
                            question.id
                        ));
                    }
                }
            }
        }
        faults
    }
}

/// The names that a text has between braces.
pub(crate) fn fills(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
