/// Is `typed` the beginning of `word` but for one slip: a letter wrong, missing, too many, or two the wrong way round?
///
/// Looked at from the first letter that differs, for the slip can be taken to be there: one inside a run of equal letters
/// is the same as one at the run's end.
pub fn begins_but_for_one_slip(typed: &[u8], word: &[u8]) -> bool {
    let same = typed.iter().zip(word).take_while(|(typed, word)| typed == word).count();
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    let (typed_on, word_on) = (typed.get(1..).unwrap_or_default(), word.get(1..).unwrap_or_default());
    match (typed, word) {
        // No slip at all.
        ([], _) => true,
        // Everything matched, and one letter too many was typed.
        ([_], []) => true,
        (_, []) => false,
        _ if word_on.starts_with(typed_on) || word.starts_with(typed_on) || word_on.starts_with(typed) => true,
        ([first, second, typed @ ..], [other, another, word @ ..]) => {
            first == another && second == other && word.starts_with(typed)
        }
        _ => false,
    }
}

/// Is `typed` all of `word` but for one letter that is missing?
pub fn is_but_for_one_missing(typed: &[u8], word: &[u8]) -> bool {
    let same = typed.iter().zip(word).take_while(|(typed, word)| typed == word).count();
    typed.get(same..) == word.get(same + 1..)
}

/// A look at two letters that rules most words out: one slip leaves the first letter or the second in its place, or one of
/// them in the other's.
pub fn may_begin_so(typed: &[u8], word: &[u8]) -> bool {
    match (typed, word) {
        ([first, second, ..], [other, another, ..]) => {
            first == other || second == another || first == another || second == other
        }
        _ => true,
    }
}
