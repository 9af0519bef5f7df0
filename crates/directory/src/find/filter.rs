use crate::{Access, Activity, Kind, Known, Language, Referral, Term, Who, listing::Listing};

/// One thing that a person can ask of an entry, as a box to tick has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It is of this kind.
    Kind(Kind),
    /// It is known to do this.
    Does(Activity),
    /// It is there for these people.
    Who(Who),
    /// One can go there like this.
    How(Referral),
    /// Its place is known to have this.
    Access(Access),
    /// Someone there speaks this language.
    Speaks(Language),
    /// It is open now, by the same rule that its label follows.
    Open,
}

impl Choice {
    /// A choice by its name in the page: a list and a term of it, such as `does.naloxone`; or `open`.
    pub fn read(name: &str) -> Option<Choice> {
        if name == "open" {
            return Some(Choice::Open);
        }
        let (list, term) = name.split_once('.')?;
        match list {
            Kind::LIST => Kind::read(term).map(Choice::Kind),
            Activity::LIST => Activity::read(term).map(Choice::Does),
            Who::LIST => Who::read(term).map(Choice::Who),
            Referral::LIST => Referral::read(term).map(Choice::How),
            Access::LIST => Access::read(term).map(Choice::Access),
            "language" => Language::read(term).map(Choice::Speaks),
            _ => None,
        }
    }

    /// Is it so of this entry? What nobody has said is not so: a person who asks for a place that is known to have new
    /// needles is not sent to one that may have none.
    pub fn fits(self, entry: &Listing, open: bool) -> bool {
        match self {
            Choice::Kind(kind) => entry.kind == kind,
            Choice::Does(activity) => entry.does.of(activity) == Known::Present,
            Choice::Who(who) => entry.who.contains(&who),
            Choice::How(how) => entry.how.contains(&how),
            Choice::Access(access) => entry.access.of(access) == Known::Present,
            Choice::Speaks(language) => entry.languages.contains(&language),
            Choice::Open => open,
        }
    }

    /// Choices of one group are read together; see [`Choice::any_will_do`].
    fn group(self) -> u8 {
        match self {
            Choice::Kind(_) => 1,
            Choice::Does(_) => 2,
            Choice::Who(_) => 4,
            Choice::How(_) => 8,
            Choice::Access(_) => 16,
            Choice::Speaks(_) => 32,
            Choice::Open => 64,
        }
    }

    /// Two kinds ticked mean either; two things that a place does mean both.
    fn any_will_do(self) -> bool {
        matches!(self, Choice::Kind(_) | Choice::Who(_) | Choice::How(_) | Choice::Speaks(_))
    }
}

/// Everything that is ticked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    chosen: Vec<Choice>,
}

impl Filter {
    /// A filter of these choices.
    pub fn new(chosen: Vec<Choice>) -> Filter {
        Filter { chosen }
    }

    /// Nothing is ticked.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// How many boxes are ticked.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Does an entry fit everything that is ticked?
    pub fn passes(&self, entry: &Listing, open: bool) -> bool {
        self.failing(entry, open) == 0
    }

    /// Would it fit with this ticked as well? That is the number beside a box.
    pub fn would_pass(&self, choice: Choice, entry: &Listing, open: bool) -> bool {
        // Another kind in place of the ones that are ticked; another thing that it does on top of them.
        let may_fail = if choice.any_will_do() { choice.group() } else { 0 };
        choice.fits(entry, open) && self.failing(entry, open) & !may_fail == 0
    }

    /// The groups that the entry does not fit.
    fn failing(&self, entry: &Listing, open: bool) -> u8 {
        self.chosen.iter().fold(0, |failing, choice| {
            let fits = |choice: &Choice| choice.fits(entry, open);
            let of_group = |other: &&Choice| other.group() == choice.group();
            let held = if choice.any_will_do() { self.chosen.iter().filter(of_group).any(fits) } else { fits(choice) };
            if held { failing } else { failing | choice.group() }
        })
    }
}
