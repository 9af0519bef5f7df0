//! A finished check as it is kept on a device: a short text that people can read too.
//!
//! JSON with the number of its format in front. What a reader does not know it passes over, so that a later version may
//! say more. Nothing is worked out twice: a kept check holds answers, and its result is what these rules make of them
//! today. The score beside them only shows whether they still add up.
//!
//! ```json
//! { "waymark": 1, "kind": "check", "day": "2026-11-22", "instrument": "audit", "version": "…", "began": "audit-c",
//!   "longer": false, "who": "adult", "signs": "no", "answers": [{ "item": "audit-1", "answer": "Never" }],
//!   "form": "audit", "score": 7 }
//! ```

use miniserde::Deserialize;

use crate::{
    advice::{Route, Who, WithdrawalSign, route},
    answers::Answers,
    assessment::{Assessment, Screen},
    instrument::Instrument,
    json::Json,
    record::Record,
};

/// The format's version. One more when a reader of today would read a text of then wrongly.
pub const VERSION: u16 = 1;

/// What the kind of a text is called that is behind a PIN (`boot/sealed.js`): version 2 of the format.
const SEALED: &str = "sealed";

/// The longest text that is read, in bytes. A check with the longest answers is less than a quarter of it; what is longer
/// was not written here, and reading 5 MB of it would stop a phone.
pub const LONGEST: usize = 16 * 1024;

/// A finished check as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The day it was done: `2026-11-22`.
    pub day: String,
    written: Written,
    who: Who,
    sign: Option<WithdrawalSign>,
}

/// A kept check with the result that it has today.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened<'a> {
    /// The score, week and flags.
    pub assessment: Assessment<'a>,
    /// Everything that it says.
    pub record: Record<'a>,
}

/// Why a kept text is not shown as a result. It stays where it is all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not what was written: cut off, changed by hand, or something else altogether.
    Damaged,
    /// A newer version of the site wrote it.
    Newer,
    /// The site has no such check, or not any more.
    Unknown,
    /// Its answers are not answers to the questions that this site asks today.
    Reworded,
}

impl Unreadable {
    /// Its name in word keys.
    pub fn id(self) -> &'static str {
        match self {
            Unreadable::Damaged => "damaged",
            Unreadable::Newer => "newer",
            Unreadable::Unknown => "unknown",
            Unreadable::Reworded => "reworded",
        }
    }
}

/// What every version of the format begins with.
#[derive(Deserialize)]
struct Head {
    waymark: u32,
    kind: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Written {
    day: String,
    instrument: String,
    version: String,
    began: String,
    longer: bool,
    who: String,
    signs: String,
    answers: Vec<Answer>,
    form: String,
    score: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Answer {
    item: String,
    answer: String,
}

const ADULT: &str = "adult";
const YOUNG: &str = "16-17";
const SIGNS: &str = "yes";
const NO_SIGNS: &str = "no";
const NOT_ASKED: &str = "not-asked";

/// The text of a finished check that was done on `day`; none for an unfinished one. Only
/// answers to what was asked are in it, not one that a later answer made unnecessary.
pub fn write(
    screen: &Screen<'_>,
    answers: &Answers,
    sign: Option<WithdrawalSign>,
    who: Who,
    day: &str,
) -> Option<String> {
    let (instrument, assessment) = (screen.instrument(), screen.assess(answers).ok()?);
    let mut given = Vec::new();
    for place in screen.path(answers) {
        let choice = instrument.options(place).get(usize::from(answers.chosen(place)?))?;
        let item = Json::text(&instrument.item(place)?.id);
        given.push(Json::Object(vec![("item", item), ("answer", Json::text(&choice.label))]));
    }
    let signs = match sign {
        Some(WithdrawalSign::Stated) => SIGNS,
        Some(WithdrawalSign::Denied) => NO_SIGNS,
        None => NOT_ASKED,
    };
    let kept = Json::Object(vec![
        ("waymark", Json::Whole(VERSION)),
        ("kind", Json::text("check")),
        ("day", Json::text(day)),
        ("instrument", Json::text(&instrument.data().id)),
        ("version", Json::text(&instrument.data().version)),
        ("began", Json::text(&screen.began().id)),
        ("longer", Json::Yes(screen.goes_on())),
        ("who", Json::text(if who == Who::Adult { ADULT } else { YOUNG })),
        ("signs", Json::text(signs)),
        ("answers", Json::List(given)),
        ("form", Json::text(&assessment.form.id)),
        ("score", Json::Whole(assessment.score.total)),
    ]);
    Some(kept.file())
}

impl Kept {
    /// Reads a kept text, whatever it is.
    pub fn read(text: &str) -> Result<Kept, Unreadable> {
        if text.len() > LONGEST {
            return Err(Unreadable::Damaged);
        }
        let head: Head = miniserde::json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        // Whatever sealed it could not open it.
        if head.kind == SEALED {
            return Err(Unreadable::Damaged);
        }
        if head.waymark > u32::from(VERSION) {
            return Err(Unreadable::Newer);
        }
        if head.waymark == 0 || head.kind != "check" {
            return Err(Unreadable::Damaged);
        }
        let written: Written = miniserde::json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        let who = match written.who.as_str() {
            ADULT => Who::Adult,
            YOUNG => Who::SixteenOrSeventeen,
            _ => return Err(Unreadable::Damaged),
        };
        let sign = match written.signs.as_str() {
            SIGNS => Some(WithdrawalSign::Stated),
            NO_SIGNS => Some(WithdrawalSign::Denied),
            NOT_ASKED => None,
            _ => return Err(Unreadable::Damaged),
        };
        if !is_day(&written.day) {
            return Err(Unreadable::Damaged);
        }
        Ok(Kept { day: written.day.clone(), written, who, sign })
    }

    /// The total that was kept with the answers.
    pub fn total(&self) -> u16 {
        self.written.score
    }

    /// The result that it has today, by the questionnaires of this site.
    ///
    /// Other wording, an answer that the question does not offer, one that is not asked, or a score that is not theirs makes
    /// all of it unreadable: a wrong result would be worse than none.
    pub fn open<'a>(&self, instruments: &'a [Instrument]) -> Result<Opened<'a>, Unreadable> {
        let written = &self.written;
        let found = instruments.iter().find(|instrument| instrument.data().id == written.instrument);
        let instrument = found.ok_or(Unreadable::Unknown)?;
        let screen = Screen::new(instrument, &written.began).ok_or(Unreadable::Unknown)?;
        let screen = if written.longer { screen.going_on() } else { screen };
        // Other words ask something else, even where the answers still fit.
        if written.version != instrument.data().version {
            return Err(Unreadable::Reworded);
        }
        self.fit(instrument, &screen).ok_or(Unreadable::Reworded)
    }

    fn fit<'a>(&self, instrument: &'a Instrument, screen: &Screen<'a>) -> Option<Opened<'a>> {
        let (written, mut answers) = (&self.written, Answers::none());
        for given in &written.answers {
            let item = instrument.position(&given.item)?;
            let option = instrument.options(item).iter().position(|choice| choice.label == given.answer)?;
            answers.choose(instrument, item, u8::try_from(option).ok()?).ok()?;
        }
        let assessment = screen.assess(&answers).ok()?;
        let same = assessment.form.id == written.form && assessment.score.total == written.score;
        if !same || screen.path(&answers).len() != written.answers.len() {
            return None;
        }
        let Route::Advise(advice) = route(&assessment, self.sign, self.who) else { return None };
        let record = Record::new(instrument, &answers, &assessment, self.sign, advice)?;
        Some(Opened { record: record.of(self.who), assessment })
    }
}

/// `2026-11-22`, a day that there is, in the two centuries in which anything can be kept.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |letters: usize| {
        let part = parts.next().filter(|part| part.len() == letters && part.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse::<u16>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else { return false };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    parts.next().is_none() && (2000..2200).contains(&year) && (1..=last).contains(&day)
}
