//! What a person is told to do next: the one place that decides it.
//!
//! The rule that matters most is kept by the shape of the types, not by care: possible dependence and any
//! withdrawal sign lead to [`Advice::SeeSomeone`], and that variant has no room for a goal, a diary or a way
//! of cutting down. Advice to change alone is only made once withdrawal signs were asked about and denied.
//!
//! Deliberately absent, and not to be added: any taper or daily reduction, a diagnosis, a forecast of
//! disease, a blood-alcohol figure, anything about driving, and praise for a score.
//!
//! Sources: UK clinical guidelines for alcohol treatment, chapter 3 (no brief advice for people who may be
//! dependent); NICE CG115 (AUDIT 20 or more); NICE CG100 (a sudden fall in intake can bring on withdrawal).

use crate::{
    assessment::Assessment,
    instrument::{About, Band, Flag},
};

/// Whom the result is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Who {
    /// Someone of 18 or over.
    #[default]
    Adult,
    /// Someone of 16 or 17: the same questions (NICE PH24), advice of their own. Nobody under 16 is scored.
    SixteenOrSeventeen,
}

/// What the person said when asked about withdrawal signs. "Not sure" is read as a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithdrawalSign {
    /// At least one sign, or not sure.
    Stated,
    /// None of them.
    Denied,
}

/// Where a finished check leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// Withdrawal signs have to be asked about before anything is advised.
    AskAboutWithdrawal,
    /// What to tell the person.
    Advise(Advice),
}

/// What to tell the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Do not stop suddenly; speak to someone. Nothing about changing alone.
    SeeSomeone(Why),
    /// Change is the person's own choice, and these steps help. Only after withdrawal signs were denied.
    Change {
        /// Is the level high enough that a GP or service should help?
        with_help: bool,
    },
    /// A few questions found something, and too few were asked to advise more than the fuller check.
    AskMore,
    /// For someone of 16 or 17: a person to talk to. No limit to drink up to, and nothing about cutting down alone.
    Young {
        /// Did anything in the answers ask for it?
        talk: bool,
    },
    /// About another drug than alcohol: a person to talk to, never a way of cutting down alone.
    Drug {
        /// Did anything in the answers ask for it?
        talk: bool,
        /// Is it a drug that must not be stopped suddenly?
        never_stop: bool,
        /// Is it used where that can hurt someone?
        risky: bool,
    },
    /// The person does not drink now; the score speaks of the past.
    NotDrinking {
        /// Was anyone hurt or worried?
        harm: bool,
    },
    /// Low on the score and on the week.
    LowRisk {
        /// May a sentence reassure? Only when the whole week's range is under the line.
        reassure: bool,
        /// Was anyone hurt or worried?
        harm: bool,
    },
}

/// Why someone should be spoken to first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A total is in the band of possible dependence.
    Score,
    /// A drink was needed in the morning.
    MorningDrink,
    /// A withdrawal sign was stated.
    WithdrawalSign,
}

/// A step that can be offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Call the local service.
    CallService,
    /// See the GP or ask 111.
    SeeGp,
    /// Call a national line tonight.
    CallLine,
    /// Choose days of the week without a drink.
    DrinkFreeDays,
    /// Smaller or weaker drinks.
    SmallerWeaker,
    /// Plan what to do instead.
    PlanInstead,
    /// Know where the low-risk line is.
    KnowTheLine,
    /// Answer the fuller check.
    FullCheck,
    /// Talk to someone who is there for young people.
    YoungPeople,
    /// Call FRANK about drugs.
    CallFrank,
    /// Go through the questions about drugs, which end in what to watch for.
    DrugsPath,
}

impl Step {
    /// Is this a way of cutting down, a goal or a diary? Such a step never meets a withdrawal warning.
    pub fn is_cutting_down(self) -> bool {
        matches!(self, Step::DrinkFreeDays | Step::SmallerWeaker | Step::PlanInstead)
    }

    /// The step's name in word keys.
    pub fn id(self) -> &'static str {
        match self {
            Step::CallService => "call-service",
            Step::SeeGp => "see-gp",
            Step::CallLine => "call-line",
            Step::DrinkFreeDays => "drink-free-days",
            Step::SmallerWeaker => "smaller-weaker",
            Step::PlanInstead => "plan-instead",
            Step::KnowTheLine => "know-the-line",
            Step::FullCheck => "full-check",
            Step::YoungPeople => "young-people",
            Step::CallFrank => "call-frank",
            Step::DrugsPath => "drugs-path",
        }
    }
}

/// Where a finished check leads, given what was said about withdrawal signs (none: not asked yet).
pub fn route(assessment: &Assessment<'_>, sign: Option<WithdrawalSign>, who: Who) -> Route {
    let harm = assessment.has(Flag::Harm);
    let not_drinking = assessment.has(Flag::NotDrinking);
    let leading = assessment.leading();
    let advice = if assessment.about == About::Drug {
        let (never_stop, risky) = (assessment.has(Flag::NeverStop), assessment.has(Flag::RiskyPlace));
        Advice::Drug { talk: leading > Band::Low || risky, never_stop, risky }
    } else if assessment.has(Flag::MorningDrink) {
        Advice::SeeSomeone(Why::MorningDrink)
    } else if sign == Some(WithdrawalSign::Stated) {
        Advice::SeeSomeone(Why::WithdrawalSign)
    } else if possible_dependence(assessment) {
        Advice::SeeSomeone(Why::Score)
    } else if assessment.offers {
        Advice::AskMore
    } else if not_drinking && who == Who::Adult {
        Advice::NotDrinking { harm }
    } else if leading > Band::Low && !not_drinking && sign.is_none() {
        return Route::AskAboutWithdrawal;
    } else if who == Who::SixteenOrSeventeen {
        let short = assessment.short.is_some_and(|(_, score)| score.band > Band::Low);
        Advice::Young { talk: leading > Band::Low || short || harm || assessment.has(Flag::HeavyDays) }
    } else if leading == Band::Low {
        let clear = assessment.week.is_some_and(|week| week.clearly_low_risk());
        Advice::LowRisk { reassure: clear && !harm && !assessment.has(Flag::HeavyDays), harm }
    } else {
        Advice::Change { with_help: leading >= Band::Higher }
    };
    Route::Advise(advice)
}

/// Does either score on the page read "possible dependence"? AUDIT-C at 11 or 12 counts although AUDIT's
/// total may be lower: the same result must not carry that word and a tip on cutting down.
fn possible_dependence(assessment: &Assessment<'_>) -> bool {
    let short = assessment.short.map(|(_, score)| score.band);
    assessment.score.band == Band::PossibleDependence || short == Some(Band::PossibleDependence)
}

impl Advice {
    /// The one next step.
    pub fn next(self) -> Step {
        match self {
            Advice::SeeSomeone(_) | Advice::Drug { talk: true, .. } => Step::CallService,
            Advice::Change { with_help: true } => Step::SeeGp,
            Advice::Change { with_help: false } => Step::DrinkFreeDays,
            Advice::AskMore => Step::FullCheck,
            Advice::Young { .. } => Step::YoungPeople,
            Advice::Drug { talk: false, .. } => Step::CallFrank,
            Advice::NotDrinking { harm: true } | Advice::LowRisk { harm: true, .. } => Step::CallLine,
            Advice::NotDrinking { harm: false } | Advice::LowRisk { harm: false, .. } => Step::KnowTheLine,
        }
    }

    /// Other steps that fit, after the first.
    pub fn others(self) -> &'static [Step] {
        match self {
            Advice::SeeSomeone(_) => &[Step::SeeGp, Step::CallLine],
            Advice::Change { with_help: true } => &[Step::CallService, Step::DrinkFreeDays, Step::SmallerWeaker],
            Advice::Change { with_help: false } => &[Step::SmallerWeaker, Step::PlanInstead, Step::CallService],
            Advice::AskMore => &[Step::CallService, Step::CallLine],
            Advice::Young { talk: true } => &[Step::SeeGp, Step::CallService],
            Advice::Young { talk: false } => &[],
            Advice::Drug { talk: true, .. } => &[Step::SeeGp, Step::CallFrank, Step::DrugsPath],
            Advice::Drug { talk: false, .. } => &[Step::DrugsPath],
            Advice::NotDrinking { harm: true } => &[Step::CallService, Step::SeeGp],
            Advice::NotDrinking { harm: false } => &[],
            Advice::LowRisk { harm: true, .. } => &[Step::KnowTheLine, Step::CallService],
            Advice::LowRisk { harm: false, .. } => &[Step::CallLine],
        }
    }

    /// Must a warning against stopping suddenly be shown?
    pub fn warns_of_withdrawal(self) -> bool {
        matches!(self, Advice::SeeSomeone(_) | Advice::Drug { never_stop: true, .. })
    }

    /// The advice's name in word keys and attributes.
    pub fn id(self) -> &'static str {
        match self {
            Advice::SeeSomeone(_) => "see-someone",
            Advice::Change { with_help: true } => "change-with-help",
            Advice::Change { with_help: false } => "change",
            Advice::AskMore => "ask-more",
            Advice::Young { .. } => "young",
            Advice::Drug { .. } => "drug",
            Advice::NotDrinking { .. } => "not-drinking",
            Advice::LowRisk { .. } => "low-risk",
        }
    }
}
