use screening::{
    Advice, Flag, Record, Who, WithdrawalSign,
    record::{Answered, Scored},
};

use crate::words::Words;

/// The most letters that a person can type: three lines, and short enough for a code that a camera reads.
pub const MOST_LETTERS: usize = 240;

/// The most lines of it. What is on further ones goes on in the last.
const MOST_LINES: usize = 3;

/// What a person adds to the record. In memory only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// What matters to them, as typed.
    pub matters: String,
    /// The places, in [`questions`], of those that they want to ask.
    pub questions: Vec<usize>,
    /// Today, as people write it; empty to leave it out.
    pub today: String,
}

/// A part of the notes. The sheet, the text and the code are all made of these, so that they cannot differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name in style classes.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Does it belong into the short text of the code?
    pub short: bool,
    /// What it says. The second half of a line is an answer, or empty.
    pub lines: Vec<(String, String)>,
}

/// The notes: the record and what was added, in words. A warning of withdrawal comes before everything else.
pub fn notes(record: &Record<'_>, added: &Added, words: Words) -> Vec<Section> {
    let mut notes = Notes { sections: Vec::new(), words };
    notes.open("about", "sheet.title", false);
    notes.say("sheet.what");
    if record.advice.warns_of_withdrawal() {
        notes.open("first", "sheet.first", true);
        notes.first(record);
    }
    notes.open("result", "sheet.result", true);
    notes.result(record, &added.today);
    notes.open("matters", "sheet.matters", true);
    notes.matters(&added.matters);
    notes.open("questions", "sheet.questions", false);
    for (place, key) in questions(record.advice).into_iter().enumerate() {
        if added.questions.contains(&place) {
            notes.say(key);
        }
    }
    notes.open("answers", "sheet.answers", false);
    notes.answers(record);
    notes.open("credit", "sheet.about", false);
    notes.fill("working.about", &[("name", record.name), ("version", record.version)]);
    notes.line(record.credit.to_owned(), String::new());
    notes.fill("sheet.source", &[("source", record.source)]);
    notes.sections
}

/// The keys of the questions that fit the advice. One of them is about drinking less, and it is only there when
/// the advice itself is about changing: never beside a warning of withdrawal, and never for young people.
pub fn questions(advice: Advice) -> Vec<&'static str> {
    let mut keys = vec!["sheet.ask-private", "sheet.ask-family", "sheet.ask-service", "sheet.ask-health"];
    if !matches!(advice, Advice::NotDrinking { .. }) {
        keys.push("sheet.ask-medicines");
    }
    if matches!(advice, Advice::Change { .. }) {
        keys.push("sheet.ask-change");
    }
    if advice.warns_of_withdrawal() {
        keys.push("sheet.ask-ill");
        keys.push("sheet.ask-stop");
    }
    // What matters most comes first.
    keys.reverse();
    keys
}

/// The week in words; none for someone who does not drink and has none to speak of.
pub fn week(record: &Record<'_>, words: Words) -> Option<String> {
    let week = record.week.filter(|week| week.high != Some(0))?;
    let key = if week.high.is_some() { "sheet.week" } else { "sheet.week-open" };
    let high = week.high.unwrap_or_default().to_string();
    Some(words.fill(key, &[("low", &week.low.to_string()), ("high", &high)]))
}

/// Notes in the making.
struct Notes {
    sections: Vec<Section>,
    words: Words,
}

impl Notes {
    fn open(&mut self, id: &'static str, title: &str, short: bool) {
        self.sections.push(Section { id, title: self.words.get(title), short, lines: Vec::new() });
    }

    fn line(&mut self, line: String, answer: String) {
        if let Some(section) = self.sections.last_mut() {
            section.lines.push((line, answer));
        }
    }

    fn say(&mut self, key: &str) {
        self.fill(key, &[]);
    }

    fn fill(&mut self, key: &str, values: &[(&str, &str)]) {
        let line = self.words.fill(key, values);
        self.line(line, String::new());
    }

    /// Every reason why stopping suddenly may be dangerous, then that it is.
    fn first(&mut self, record: &Record<'_>) {
        let sign = record.sign == Some(WithdrawalSign::Stated);
        let morning = record.flags.contains(&Flag::MorningDrink);
        let drug = matches!(record.advice, Advice::Drug { .. });
        if sign {
            self.say("sheet.first-sign");
        }
        if morning {
            self.say("sheet.first-morning");
        }
        if drug {
            self.say("sheet.first-drug");
        }
        if !(sign || morning || drug) {
            self.say("sheet.first-score");
        }
        self.say("sheet.stop");
    }

    /// Score, signs of withdrawal, week, points, day. A week that may be over the line comes before the score, which
    /// alone could read as low.
    fn result(&mut self, record: &Record<'_>, today: &str) {
        if record.who == Who::SixteenOrSeventeen {
            self.say("sheet.young");
        }
        let over = record.week.is_some_and(|week| week.may_exceed_low_risk());
        if over {
            self.week(record);
        }
        self.score("sheet.score", &record.score);
        if let Some(short) = &record.short {
            self.score("sheet.short", short);
        }
        if !over {
            self.week(record);
        }
        self.say(match record.sign {
            Some(WithdrawalSign::Stated) => "sheet.sign-stated",
            Some(WithdrawalSign::Denied) => "sheet.sign-denied",
            None => "sheet.sign-not-asked",
        });
        let points: Vec<String> = record.answers.iter().map(short_answer).collect();
        self.fill("sheet.points", &[("points", &points.join(", "))]);
        if !today.is_empty() {
            self.fill("sheet.date", &[("date", today)]);
        }
    }

    fn week(&mut self, record: &Record<'_>) {
        if let Some(line) = week(record, self.words) {
            self.line(line, String::new());
        }
    }

    fn score(&mut self, key: &str, score: &Scored<'_>) {
        let (n, total, max) = (score.questions.to_string(), score.total.to_string(), score.max.to_string());
        self.fill(key, &[("n", &n), ("form", score.form), ("score", &total), ("max", &max), ("band", score.band)]);
    }

    /// What was typed, without empty lines and in no more lines than the sheet has room for.
    fn matters(&mut self, typed: &str) {
        for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match self.sections.last_mut() {
                Some(section) if section.lines.len() == MOST_LINES => {
                    if let Some((last, _)) = section.lines.last_mut() {
                        last.push_str(&[" ", line].concat());
                    }
                }
                _ => self.line(line.to_owned(), String::new()),
            }
        }
    }

    /// Every question that was asked with its answer and points, then the numbers of those that were not.
    fn answers(&mut self, record: &Record<'_>) {
        for answered in &record.answers {
            let points = match answered.points {
                Some(points) => self.words.count("working.points", u32::from(points)),
                None => self.words.get("working.no-points").to_owned(),
            };
            let question = [&answered.number.to_string(), ". ", &answered.question].concat();
            self.line(question, [answered.answer, " (", &points, ")"].concat());
        }
        if !record.not_asked.is_empty() {
            let numbers: Vec<String> = record.not_asked.iter().map(usize::to_string).collect();
            self.fill("sheet.not-asked", &[("numbers", &numbers.join(", "))]);
        }
    }
}

/// "2=3": the question's number and its points, or its answer if it adds none.
fn short_answer(answered: &Answered<'_>) -> String {
    let points = answered.points.map(|points| u32::from(points).to_string());
    [&answered.number.to_string(), "=", points.as_deref().unwrap_or(answered.answer)].concat()
}
