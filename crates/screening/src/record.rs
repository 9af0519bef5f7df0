//! Everything that a finished check says, as plain data: what a sheet for the GP, a text or a code is made from.
//!
//! It has no words of its own. Every text in it is the instrument's, unchanged; whoever shows it adds theirs.

use crate::{
    advice::{Advice, Who, WithdrawalSign},
    answers::Answers,
    assessment::Assessment,
    form::Score,
    instrument::{Flag, Form, Instrument},
    week::WeekUnits,
};

/// A finished check, and what was advised.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<'a> {
    /// The instrument's published name.
    pub name: &'a str,
    /// Which published version of the wording it is.
    pub version: &'a str,
    /// The credit line that the owner asks for.
    pub credit: &'a str,
    /// Where the wording, points and bands were read.
    pub source: &'a str,
    /// The score of the form that gives the result.
    pub score: Scored<'a>,
    /// The score of the short form inside it, when a longer one followed.
    pub short: Option<Scored<'a>>,
    /// The questions that were asked, each with its answer.
    pub answers: Vec<Answered<'a>>,
    /// The numbers of the questions that the answers made unnecessary. They add no points.
    pub not_asked: Vec<usize>,
    /// The week behind the answers.
    pub week: Option<WeekUnits>,
    /// What was said about signs of withdrawal; none if that was not asked.
    pub sign: Option<WithdrawalSign>,
    /// What was advised.
    pub advice: Advice,
    /// What single answers said.
    pub flags: Vec<Flag>,
    /// Whose it is: the bands were made for adults.
    pub who: Who,
}

/// A total, and how its form reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored<'a> {
    /// The form's published name: `AUDIT-C`.
    pub form: &'a str,
    /// How many questions the form has.
    pub questions: usize,
    /// The total.
    pub total: u16,
    /// The greatest total of the form.
    pub max: u16,
    /// What the instrument's owner calls the band.
    pub band: &'a str,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered<'a> {
    /// The question's number on the printed form, from 1.
    pub number: usize,
    /// The exact wording, with an earlier answer in it where it has a place for one.
    pub question: String,
    /// The exact label of the answer.
    pub answer: &'a str,
    /// What it adds to the total; none for a question that adds no points.
    pub points: Option<u8>,
}

impl<'a> Record<'a> {
    /// The record as it is for someone of this age: at 16 or 17 there is no week to hold against an adult's line.
    pub fn of(self, who: Who) -> Record<'a> {
        if who == Who::Adult { self } else { Record { who, week: None, ..self } }
    }

    /// The record of a finished check; none if an answer or the words for a band are missing, so that nothing
    /// unfinished can be carried anywhere.
    pub fn new(
        instrument: &'a Instrument,
        answers: &Answers,
        assessment: &Assessment<'a>,
        sign: Option<WithdrawalSign>,
        advice: Advice,
    ) -> Option<Record<'a>> {
        let (data, form) = (instrument.data(), assessment.form);
        let scored = |form: &'a Form, score: Score| {
            let band = form.reading(instrument, answers, score.total)?.name.as_str();
            let Score { total, max, .. } = score;
            Some(Scored { form: &form.name, questions: form.items.len(), total, max, band })
        };
        let short = match assessment.short {
            Some((form, score)) => Some(scored(form, score)?),
            None => None,
        };
        let asked = form.path(instrument, answers);
        let mut record = Record {
            name: &data.name,
            version: &data.version,
            credit: &data.credit,
            source: &data.source,
            score: scored(form, assessment.score)?,
            short,
            answers: Vec::new(),
            not_asked: Vec::new(),
            week: assessment.week,
            sign,
            advice,
            flags: assessment.flags.clone(),
            who: Who::Adult,
        };
        for (place, id) in form.items.iter().enumerate() {
            let (item, number) = (instrument.position(id)?, place + 1);
            if !asked.contains(&item) {
                record.not_asked.push(number);
                continue;
            }
            let choice = instrument.options(item).get(usize::from(answers.chosen(item)?))?;
            record.answers.push(Answered {
                number,
                question: instrument.wording(item, answers),
                answer: &choice.label,
                points: instrument.item(item)?.counts.then_some(choice.points),
            });
        }
        Some(record)
    }
}
