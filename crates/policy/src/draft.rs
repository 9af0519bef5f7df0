use crate::template::{Part, Section, Source, Template};

/// What a school answered: the name of each question, and the line or the name of the choice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(Vec<(String, String)>);

/// A section as it is in the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<'a> {
    /// The name of the section.
    pub id: &'a str,
    /// Its heading.
    pub title: &'a str,
    /// Its words: paragraphs between blank lines, `- ` before what is in a list.
    pub text: String,
    /// What it rests on.
    pub sources: &'a [Source],
}

impl Answers {
    /// Answers by the names of their questions. One that is empty is none.
    pub fn of(all: impl IntoIterator<Item = (String, String)>) -> Answers {
        Answers(all.into_iter().filter(|(_, answer)| !answer.trim().is_empty()).collect())
    }

    /// All of them, in the order in which they were given.
    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }

    /// The answer to a question, without space around it.
    pub fn to(&self, question: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == question).map(|(_, answer)| answer.trim())
    }
}

impl Template {
    /// The draft for these answers. Where a line is missing stands the question's blank; where a choice is missing on which
    /// words depend, what `gap` says of its question.
    pub fn draft(&self, answers: &Answers, gap: &dyn Fn(&str) -> String) -> Vec<Written<'_>> {
        let section = |section: &Section| self.words(section, answers, gap);
        self.sections
            .iter()
            .map(|found| Written { id: &found.id, title: &found.title, text: section(found), sources: &found.sources })
            .collect()
    }

    /// The title of the draft and the name of the school under it, as far as it is known.
    pub fn school<'a>(&'a self, answers: &'a Answers) -> &'a str {
        let asked = self.questions.iter().find(|question| question.choices.is_empty());
        asked.map(|question| answers.to(&question.id).unwrap_or(&question.blank)).unwrap_or_default()
    }

    fn words(&self, section: &Section, answers: &Answers, gap: &dyn Fn(&str) -> String) -> String {
        let mut words = String::new();
        let mut missing: Vec<&str> = Vec::new();
        for Part { question, answers: wanted, text } in &section.parts {
            let chosen = answers.to(question);
            let paragraph = match self.question(question) {
                None => self.fill(text, answers),
                Some(_) if chosen.is_some_and(|chosen| wanted.iter().any(|wanted| wanted == chosen)) => {
                    self.fill(text, answers)
                }
                // A gap that nobody sees would be taken for a whole draft. Once for each question.
                Some(asked) if chosen.is_none() && !missing.contains(&question.as_str()) => {
                    missing.push(question);
                    gap(&asked.text)
                }
                Some(_) => continue,
            };
            if !words.is_empty() {
                words.push_str("\n\n");
            }
            words.push_str(paragraph.trim());
        }
        words
    }

    /// A text with the answers in it, and blanks where there are none.
    pub fn fill(&self, text: &str, answers: &Answers) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            let blank = self.question(name).map(|question| question.blank.as_str());
            filled.push_str(answers.to(name).or(blank).unwrap_or_default());
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}
