use core::{fmt, marker::PhantomData};

use super::Term;

/// Whether a service does something, or a place has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Known {
    /// A source says that it does.
    Present,
    /// A source says that it does not.
    Absent,
    /// No source says anything. Never to be shown as "no".
    #[default]
    Unknown,
}

/// What is known of every term of a list. At first all is unknown; nothing but [`Offer::set`] makes it known.
pub struct Offer<T> {
    present: u32,
    absent: u32,
    list: PhantomData<T>,
}

impl<T: Term> Offer<T> {
    /// What is known of a term.
    pub fn of(&self, term: T) -> Known {
        match (self.present & bit(term), self.absent & bit(term)) {
            (0, 0) => Known::Unknown,
            (0, _) => Known::Absent,
            _ => Known::Present,
        }
    }

    /// Says what is known of a term, whatever was known before.
    pub fn set(&mut self, term: T, known: Known) {
        self.present &= !bit(term);
        self.absent &= !bit(term);
        match known {
            Known::Present => self.present |= bit(term),
            Known::Absent => self.absent |= bit(term),
            Known::Unknown => {}
        }
    }

    /// The terms of which this is known, in the order of the list.
    pub fn all(&self, known: Known) -> impl Iterator<Item = T> + '_ {
        T::ALL.iter().copied().filter(move |term| self.of(*term) == known)
    }

    /// Nothing is known of any term.
    pub fn is_unknown(&self) -> bool {
        self.present == 0 && self.absent == 0
    }

    /// For compiled files: a bit for each term that is present and for each that is absent, the first term the lowest.
    pub fn bits(&self) -> (u32, u32) {
        (self.present, self.absent)
    }

    /// From compiled files. Bits beyond the list are dropped, and a term that is said to be both is unknown.
    pub fn from_bits(present: u32, absent: u32) -> Offer<T> {
        let listed = T::ALL.iter().fold(0, |listed, term| listed | bit(*term));
        let both = present & absent;
        Offer { present: present & listed & !both, absent: absent & listed & !both, list: PhantomData }
    }
}

fn bit(term: impl Term) -> u32 {
    1_u32.checked_shl(u32::from(term.number())).unwrap_or(0)
}

// By hand, because a derive would ask the same of the list.
impl<T> Default for Offer<T> {
    fn default() -> Offer<T> {
        Offer { present: 0, absent: 0, list: PhantomData }
    }
}

impl<T> Clone for Offer<T> {
    fn clone(&self) -> Offer<T> {
        *self
    }
}

impl<T> Copy for Offer<T> {}

impl<T> PartialEq for Offer<T> {
    fn eq(&self, other: &Offer<T>) -> bool {
        (self.present, self.absent) == (other.present, other.absent)
    }
}

impl<T> Eq for Offer<T> {}

impl<T: Term> fmt::Debug for Offer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = T::ALL.iter().filter(|term| self.of(**term) != Known::Unknown);
        f.debug_map().entries(known.map(|term| (term.id(), self.of(*term)))).finish()
    }
}
