//! Which screen comes when. Pure: no browser, no views.

use screening::path::{Chosen, NoSuchOption, Pieces, Steps};

/// A screen of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The question at this place of the path.
    Question(usize),
    /// The pieces of advice.
    Advice,
}

/// A path under way. In memory only: a reload starts again.
#[derive(Debug, Clone)]
pub struct Flow {
    steps: Steps,
    chosen: Chosen,
}

impl Flow {
    /// Nothing chosen yet.
    pub fn new(steps: Steps) -> Flow {
        Flow { steps, chosen: Chosen::none() }
    }

    /// Chooses these options for a question, in place of what was chosen.
    pub fn choose(&mut self, question: usize, options: &[usize]) -> Result<(), NoSuchOption> {
        self.chosen.choose(&self.steps, question, options)
    }

    /// The screens that can be come to under the answers so far: up to the first question without an answer, or the
    /// advice.
    pub fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = self.steps.asked(&self.chosen).into_iter().map(Stop::Question).collect();
        if self.advice().is_some() {
            stops.push(Stop::Advice);
        }
        stops
    }

    /// The screen at a place, from 0.
    pub fn stop(&self, place: usize) -> Option<Stop> {
        self.stops().get(place).copied()
    }

    /// The number of the question at a place of the way, from 1, and the most questions that this way can have.
    pub fn progress(&self, place: usize) -> (usize, usize) {
        let from = match self.stop(place) {
            Some(Stop::Question(question)) => self.steps.at_most(question),
            _ => 0,
        };
        (place + 1, place + from)
    }

    /// The pieces that fit the answers; none before every question asked is answered.
    pub fn advice(&self) -> Option<Pieces> {
        self.steps.shown(&self.chosen).ok()
    }

    /// The place of the stop that a fragment names (`4`, `advice`), but never beyond what is answered.
    pub fn place_of(&self, fragment: &str) -> usize {
        let furthest = self.stops().len().saturating_sub(1);
        let named = match fragment {
            "advice" => furthest,
            other => other.parse::<usize>().map_or(0, |number| number.saturating_sub(1)),
        };
        named.min(furthest)
    }

    /// The fragment that names the stop at a place: where it is on the way, never what was answered.
    pub fn fragment_of(&self, place: usize) -> String {
        match self.stop(place) {
            Some(Stop::Advice) => "advice".to_owned(),
            _ if place == 0 => String::new(),
            _ => (place + 1).to_string(),
        }
    }
}
