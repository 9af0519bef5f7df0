use screening::Who;

use super::flow::Flow;

/// How a check is done: chosen on the page before it, never in its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Someone of 18 or over, on their own.
    #[default]
    Alone,
    /// Two people on one screen: larger, and nothing is kept.
    Together,
    /// Someone of 16 or 17.
    Young,
}

impl Mode {
    /// Its name in attributes, and in a place that is kept.
    pub fn id(self) -> &'static str {
        match self {
            Mode::Alone => "alone",
            Mode::Together => "together",
            Mode::Young => "young",
        }
    }

    /// The mode of a name.
    pub fn from_id(id: &str) -> Option<Mode> {
        [Mode::Alone, Mode::Together, Mode::Young].into_iter().find(|mode| mode.id() == id)
    }

    /// Makes a check one that is done like this.
    pub fn begin(self, flow: &mut Flow) {
        flow.who = if self == Mode::Young { Who::SixteenOrSeventeen } else { Who::Adult };
        flow.together = self == Mode::Together;
    }
}
