//! What was guessed. In memory only: a reload starts again.

/// The statements of a page with what was guessed of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally(Vec<(bool, Option<bool>)>);

impl Tally {
    /// Nothing guessed yet; for each statement, whether it is true.
    pub fn new(facts: impl IntoIterator<Item = bool>) -> Tally {
        Tally(facts.into_iter().map(|fact| (fact, None)).collect())
    }

    /// Takes a guess, and says whether the statement is true. None if there is no such statement, or if it was guessed
    /// before: who has read the facts does not guess any more.
    pub fn guess(&mut self, place: usize, guess: bool) -> Option<bool> {
        let (fact, guessed) = self.0.get_mut(place)?;
        guessed.is_none().then(|| {
            *guessed = Some(guess);
            *fact
        })
    }

    /// How many statements there are.
    pub fn all(&self) -> usize {
        self.0.len()
    }

    /// How many were guessed.
    pub fn guessed(&self) -> usize {
        self.0.iter().filter(|(_, guessed)| guessed.is_some()).count()
    }

    /// How many guesses were the same as the facts.
    pub fn same(&self) -> usize {
        self.0.iter().filter(|(fact, guessed)| *guessed == Some(*fact)).count()
    }

    /// Was every statement guessed?
    pub fn is_over(&self) -> bool {
        self.guessed() == self.all()
    }

    /// Forgets what was guessed.
    pub fn again(&mut self) {
        for (_, guessed) in &mut self.0 {
            *guessed = None;
        }
    }
}
