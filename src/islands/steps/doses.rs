//! Doses by their moments, in milliseconds since 1970. In memory only. What is due is worked out anew from the time of now:
//! nothing is counted, so a phone that slept is right when it wakes.

/// What is due, by the time since the last dose. Source: the page itself, `content/en/emergency/overdose.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing was given yet.
    Nothing,
    /// To stay and watch.
    Watch,
    /// "No change after 2 to 3 minutes? Give another dose": two minutes have passed.
    MayGive,
    /// Three minutes have passed.
    Give,
    /// "Naloxone can wear off in 20 to 40 minutes": twenty have passed.
    WearsOff,
}

/// From how many seconds after the last dose each is due, the latest first.
const FROM: [(u32, Due); 4] = [(20 * 60, Due::WearsOff), (3 * 60, Due::Give), (2 * 60, Due::MayGive), (0, Due::Watch)];

/// A press so many milliseconds after a dose is the same press: a hand that shakes has given one dose.
const SAME_PRESS: f64 = 3_000.0;

/// The doses that were given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Doses {
    given: Vec<f64>,
    /// What there was before the last press.
    before: Option<Vec<f64>>,
}

impl Doses {
    /// A dose was given now. False if that is the press from a moment ago.
    pub fn give(&mut self, now: f64) -> bool {
        let again = self.given.last().is_some_and(|last| (now - last).abs() < SAME_PRESS);
        if !again {
            self.before = Some(self.given.clone());
            self.given.push(now);
        }
        !again
    }

    /// Starts again: there was no dose.
    pub fn clear(&mut self) {
        self.before = Some(std::mem::take(&mut self.given));
    }

    /// Takes the last press back. False if there is none to be taken back.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.before.take() else { return false };
        self.given = before;
        true
    }

    /// Can the last press be taken back?
    pub fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// The moments at which a dose was given.
    pub fn given(&self) -> &[f64] {
        &self.given
    }

    /// Whole seconds since the last dose. A clock that was set back shows none, and never more than there were.
    pub fn seconds(&self, now: f64) -> Option<u32> {
        self.given.last().map(|last| ((now - last) / 1_000.0).max(0.0) as u32)
    }

    /// What is due now.
    pub fn due(&self, now: f64) -> Due {
        let Some(seconds) = self.seconds(now) else { return Due::Nothing };
        FROM.iter().find(|(from, _)| seconds >= *from).map_or(Due::Watch, |(_, due)| *due)
    }
}

/// Seconds as a clock that counts up shows them: `2:05`, `61:00`.
pub fn clock(seconds: u32) -> String {
    let rest = seconds % 60;
    [(seconds / 60).to_string().as_str(), if rest < 10 { ":0" } else { ":" }, &rest.to_string()].concat()
}
