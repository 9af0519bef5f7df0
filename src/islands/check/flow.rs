//! Which screen comes when. Pure: no browser, no views.

use super::withdrawal;
use screening::{Advice, Answers, Assessment, Instrument, Route, Screen, Who, WithdrawalSign, advice, kept};

/// A screen of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The item at this place of the instrument.
    Question(usize),
    /// The question about withdrawal signs, which adds no points.
    Withdrawal,
    /// The result.
    Result,
}

/// Everything answered so far. In memory only; `place` keeps it in the tab when the person asks for it.
#[derive(Debug, Clone)]
pub struct Flow {
    screen: Screen<'static>,
    /// The answers.
    pub answers: Answers,
    /// What was said about withdrawal signs.
    pub sign: Option<WithdrawalSign>,
    /// The option that was chosen to say it, to show it again.
    pub sign_option: Option<u8>,
    /// Whom the result is for.
    pub who: Who,
    /// Do two people look at it?
    pub together: bool,
    /// The day on which it was finished as it is now: `2026-11-22`. None while it is not.
    pub day: Option<String>,
}

impl Flow {
    /// Nothing answered; none if the instrument has no such form.
    pub fn new(instrument: &'static Instrument, form: &str) -> Option<Flow> {
        let (screen, answers) = (Screen::new(instrument, form)?, Answers::none());
        Some(Flow { screen, answers, sign: None, sign_option: None, who: Who::default(), together: false, day: None })
    }

    /// The instrument.
    pub fn instrument(&self) -> &'static Instrument {
        self.screen.instrument()
    }

    /// Goes on with the longer form although the score does not ask for it.
    pub fn go_on(&mut self) {
        self.screen = self.screen.going_on();
        self.day = None;
    }

    /// Did the person choose to go on with it?
    pub fn goes_on(&self) -> bool {
        self.screen.goes_on()
    }

    /// Is there a longer form that the person may go on with?
    pub fn can_go_on(&self) -> bool {
        self.screen.can_go_on(&self.answers)
    }

    /// What holds for all questions of the form in use.
    pub fn intro(&self) -> Option<&'static str> {
        self.screen.form(&self.answers).intro.as_deref()
    }

    /// The screens under the answers so far. There is a result only when every item asked is answered.
    pub fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = self.screen.path(&self.answers).into_iter().map(Stop::Question).collect();
        if let Ok(assessment) = self.assess() {
            if advice::route(&assessment, None, self.who) == Route::AskAboutWithdrawal {
                stops.push(Stop::Withdrawal);
            }
            stops.push(Stop::Result);
        }
        stops
    }

    /// How many questions are asked under the answers so far.
    pub fn questions(&self) -> usize {
        self.screen.path(&self.answers).len()
    }

    /// The finished check.
    pub fn assess(&self) -> Result<Assessment<'static>, screening::Incomplete> {
        self.screen.assess(&self.answers)
    }

    /// What to tell the person, once everything needed is answered.
    pub fn advice(&self) -> Option<Advice> {
        match advice::route(&self.assess().ok()?, self.sign, self.who) {
            Route::Advise(advice) => Some(advice),
            Route::AskAboutWithdrawal => None,
        }
    }

    /// Chooses an option for an item. An answer that is another than before makes it another check, not finished yet.
    pub fn choose(&mut self, item: usize, option: u8) {
        if self.answers.chosen(item) != Some(option)
            && self.answers.choose(self.screen.instrument(), item, option).is_ok()
        {
            self.day = None;
        }
    }

    /// Says what was chosen about withdrawal signs.
    pub fn say_sign(&mut self, option: u8) {
        if self.sign_option != Some(option) {
            self.day = None;
        }
        self.sign = withdrawal::sign(option);
        self.sign_option = Some(option);
    }

    /// The finished check as it is kept on the device. None for an unfinished one, and none for one that two people look
    /// at: of that nothing is kept.
    pub fn kept(&self) -> Option<String> {
        self.advice()?;
        let day = self.day.as_deref().filter(|_| !self.together)?;
        kept::write(&self.screen, &self.answers, self.sign, self.who, day)
    }

    /// The furthest stop that can be shown: the first without an answer, or the result.
    pub fn furthest(&self) -> usize {
        let stops = self.stops();
        stops.iter().position(|stop| !self.answered(*stop)).unwrap_or(stops.len().saturating_sub(1))
    }

    fn answered(&self, stop: Stop) -> bool {
        match stop {
            Stop::Question(item) => self.answers.chosen(item).is_some(),
            Stop::Withdrawal => self.sign.is_some(),
            Stop::Result => false,
        }
    }

    /// The place of the stop that a fragment names (`4`, `result`), but never beyond the furthest.
    pub fn place_of(&self, fragment: &str) -> usize {
        let stops = self.stops();
        let named = match fragment {
            "result" => stops.len().saturating_sub(1),
            other => other.parse::<usize>().map_or(0, |number| number.saturating_sub(1)),
        };
        named.min(self.furthest())
    }

    /// The fragment that names the stop at a place: where it is on the way, never what was answered.
    pub fn fragment_of(&self, place: usize) -> String {
        match self.stops().get(place) {
            Some(Stop::Result) => "result".to_owned(),
            _ if place == 0 => String::new(),
            _ => (place + 1).to_string(),
        }
    }
}
