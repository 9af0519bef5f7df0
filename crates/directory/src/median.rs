/// The number in the middle of their order; the upper one of two. By counting, for there are a few dozen and a sort is some
/// kilobytes of program.
pub fn median(numbers: impl ExactSizeIterator<Item = u32> + Clone) -> Option<u32> {
    let half = numbers.len() / 2;
    numbers.clone().find(|number| {
        let smaller = numbers.clone().filter(|other| other < number).count();
        let equal = numbers.clone().filter(|other| other == number).count();
        (smaller..smaller + equal).contains(&half)
    })
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn half_of_the_numbers_lie_on_each_side_of_the_median() {
        for (numbers, expected) in [
            (&[][..], None),
            (&[7], Some(7)),
            (&[7, 3], Some(7)),
            (&[900_000, 3, 5], Some(5)),
            (&[4, 4, 4, 1], Some(4)),
            (&[2, 2, 9, 9, 9], Some(9)),
        ] {
            assert_eq!(median(numbers.iter().copied()), expected, "{numbers:?}");
        }
    }
}
