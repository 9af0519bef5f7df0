//! A check from its first form to its result: the short form, and the longer one when it follows.

use crate::{
    answers::Answers,
    form::{Incomplete, Score, sum},
    instrument::{About, Band, Flag, Form, Instrument, Reading},
    week::WeekUnits,
};

/// A check that began with one form and may go on with the form that follows it.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    instrument: &'a Instrument,
    first: &'a Form,
    /// Has the person chosen to answer the rest although the total does not ask for it?
    go_on: bool,
}

/// Everything a finished check says, before anything is advised.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment<'a> {
    /// What the questions were about.
    pub about: About,
    /// The form that gives the result.
    pub form: &'a Form,
    /// Its score.
    pub score: Score,
    /// The words for its band.
    pub reading: Option<&'a Reading>,
    /// Has its form no line between bands, so that a total says little?
    pub no_line: bool,
    /// Does the total ask for a fuller check of another instrument?
    pub offers: bool,
    /// The short form that came first, with its score, when a longer one followed.
    pub short: Option<(&'a Form, Score)>,
    /// The week behind the answers.
    pub week: Option<WeekUnits>,
    /// What single answers said.
    pub flags: Vec<Flag>,
}

impl<'a> Screen<'a> {
    /// A check that begins with `form`; none if the instrument has no such form.
    pub fn new(instrument: &'a Instrument, form: &str) -> Option<Self> {
        Some(Screen { instrument, first: instrument.form(form)?, go_on: false })
    }

    /// The same check, going on with the longer form whatever the total (if there is one).
    pub fn going_on(self) -> Self {
        Screen { go_on: true, ..self }
    }

    /// The form that it began with.
    pub fn began(&self) -> &'a Form {
        self.first
    }

    /// Did the person choose to go on whatever the total?
    pub fn goes_on(&self) -> bool {
        self.go_on
    }

    /// The instrument.
    pub fn instrument(&self) -> &'a Instrument {
        self.instrument
    }

    /// The form that these answers lead to: the longer one once the short one's total asks for it.
    pub fn form(&self, answers: &Answers) -> &'a Form {
        let longer = self.first.then.as_ref().filter(|then| {
            self.go_on || self.first.score(self.instrument, answers).is_ok_and(|score| score.total >= then.from)
        });
        longer.and_then(|then| self.instrument.form(&then.form)).unwrap_or(self.first)
    }

    /// Could the person go on with a longer form than the one in use?
    pub fn can_go_on(&self, answers: &Answers) -> bool {
        self.first.then.is_some() && self.form(answers).id == self.first.id
    }

    /// The places of the items asked under these answers.
    pub fn path(&self, answers: &Answers) -> Vec<usize> {
        self.form(answers).path(self.instrument, answers)
    }

    /// The result, once every asked item has an answer.
    pub fn assess(&self, answers: &Answers) -> Result<Assessment<'a>, Incomplete> {
        let instrument = self.instrument;
        let form = self.form(answers);
        let score = form.score(instrument, answers)?;
        let path = form.path(instrument, answers);
        let raised = |rule: &&crate::instrument::FlagRule| {
            // A skipped item says nothing, so a flag looks only at the items that were asked.
            let asked: Vec<String> = rule
                .when
                .iter()
                .filter(|id| instrument.position(id).is_some_and(|item| path.contains(&item)))
                .cloned()
                .collect();
            !asked.is_empty()
                && sum(instrument, answers, &asked, &path).is_some_and(|sum| (rule.least..=rule.most).contains(&sum))
        };
        Ok(Assessment {
            about: instrument.data().about,
            form,
            score,
            reading: form.reading(instrument, answers, score.total),
            no_line: form.bands(instrument, answers).len() == 1,
            offers: form.offer.as_ref().is_some_and(|offer| score.total >= offer.from),
            short: self.short(form, answers),
            week: WeekUnits::estimate(instrument, answers),
            flags: instrument.data().flag.iter().filter(raised).map(|rule| rule.id).collect(),
        })
    }

    /// The short form inside the one in use: the form that this one follows on from.
    fn short(&self, form: &Form, answers: &Answers) -> Option<(&'a Form, Score)> {
        let follows = |short: &&Form| short.then.as_ref().is_some_and(|then| then.form == form.id);
        let short = self.instrument.data().form.iter().find(follows)?;
        Some((short, short.score(self.instrument, answers).ok()?))
    }
}

impl Assessment<'_> {
    /// Did the answers raise this flag?
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// The two keys: the score's band or the week's, whichever is more serious.
    pub fn leading(&self) -> Band {
        self.week.map_or(self.score.band, |week| week.band().max(self.score.band))
    }
}
