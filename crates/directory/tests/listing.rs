//! Entries as they travel to the browser: they come back as they were, and any other bytes are refused.

use directory::{
    Access, Activity, Authority, Cost, Date, Kind, Known, Language, Offer, Outline, Point, Postcode, Referral, Term,
    Way, Who,
    hours::{Day, Holiday, Range, Schedule},
    listing::{ListedSource, Listing, Listings, Unreadable},
};
use proptest::prelude::*;

fn offer<T: Term>(present: u32, absent: u32) -> Offer<T> {
    Offer::from_bits(present, absent)
}

fn schedule(hours: Option<(u16, u16)>) -> Schedule {
    let Some((opens, length)) = hours else { return Schedule::unknown() };
    let range = Range::new(opens, opens + 1 + length).expect("a range");
    Schedule::weekly([Day::of(&[range]).expect("a day"); 7])
}

fn terms<T: Term + core::fmt::Debug>() -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec((0..T::ALL.len()).prop_map(|place| T::ALL[place]), 0..4)
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("\\PC{0,12}", 13)
}

fn entry() -> impl Strategy<Value = Listing> {
    let place = proptest::option::of((0..700_000_u32, 0..1_300_000_u32));
    let numbers = (0..Kind::ALL.len(), any::<[u32; 4]>(), proptest::option::of(0..Cost::ALL.len()), 0..60_000_i64);
    (
        texts(),
        place,
        numbers,
        terms::<Who>(),
        terms::<Referral>(),
        terms::<Way>(),
        proptest::option::of((0..1_000_u16, 0..400_u16)),
        any::<bool>(),
    )
        .prop_map(|(texts, place, (kind, bits, cost, days), who, how, ways, hours, more)| {
            let mut texts = texts.into_iter();
            let mut text = || texts.next().unwrap_or_default();
            Listing {
                id: text(),
                area: more.then_some(bits[0] % 9),
                kind: Kind::ALL[kind],
                name: text(),
                branch_of: text(),
                former_names: if more { vec![text(), text()] } else { Vec::new() },
                run_by: text(),
                about: text(),
                caution: text(),
                who_for: text(),
                first_visit: text(),
                address: text(),
                town: text(),
                postcode: more.then(|| Postcode::read("SY1 2AQ").expect("a postcode")),
                point: place.and_then(|(east, north)| Point::new(east, north)),
                serves: if more { vec![Authority::read("E06000051").expect("a code")] } else { Vec::new() },
                phone: text(),
                website: text(),
                does: offer::<Activity>(bits[0], bits[1]),
                access: offer::<Access>(bits[2], bits[3]),
                who,
                how,
                ways,
                languages: if more {
                    vec![Language::read("pl").expect("a tag"), Language::read("bfi").expect("a tag")]
                } else {
                    Vec::new()
                },
                cost: cost.map(|cost| Cost::ALL[cost]),
                hours: schedule(hours),
                source: 0,
                checked: more.then(|| Date::from_days_since_1970(days)),
            }
        })
}

fn file() -> impl Strategy<Value = Listings> {
    let source = ("\\PC{0,20}", -700_000..2_000_000_i64, any::<bool>()).prop_map(|(name, days, lead)| ListedSource {
        name,
        as_at: Date::from_days_since_1970(days),
        lead,
    });
    let holiday = (0..30_000_i64, any::<bool>())
        .prop_map(|(days, bank)| Holiday { date: Date::from_days_since_1970(days), bank });
    let point = (0..700_000_u32, 0..1_300_000_u32).prop_filter_map("a point", |(east, north)| Point::new(east, north));
    let ring = proptest::collection::vec(point, 0..5);
    let outline = proptest::collection::vec(ring, 0..3)
        .prop_map(|rings| Outline { authority: Authority::read("E06000051").expect("a code"), rings });
    (
        proptest::collection::vec(source, 1..4),
        proptest::collection::vec(entry(), 0..6),
        // A file has each day once, in order.
        proptest::collection::btree_set(holiday, 0..4),
        proptest::collection::vec(outline, 0..3),
    )
        .prop_map(|(sources, entries, holidays, outlines)| {
            let mut holidays: Vec<Holiday> = holidays.into_iter().collect();
            holidays.dedup_by_key(|holiday| holiday.date);
            Listings { sources, entries, holidays, outlines }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_comes_back(file in file()) {
        prop_assert_eq!(Listings::read(&file.write()), Ok(file));
    }

    /// Cut off or changed anywhere: an error or entries, never a panic, and never more than the bytes can hold.
    #[test]
    fn damaged_bytes_are_refused_or_read(file in file(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = file.write();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
            prop_assert!(Listings::read(&bytes).is_err());
        } else {
            bytes[at] = byte;
            if let Ok(found) = Listings::read(&bytes) {
                prop_assert!(found.entries.len() <= bytes.len());
            }
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..200), marked in any::<bool>()) {
        let bytes = if marked { [b"WML2".as_slice(), &bytes].concat() } else { bytes };
        let _ = Listings::read(&bytes);
    }
}

#[test]
fn another_file_and_one_that_goes_on_are_refused() {
    assert_eq!(Listings::read(b"PK\x03\x04"), Err(Unreadable::Mark));
    assert_eq!(Listings::read(b"WML1\0\0"), Err(Unreadable::Mark));
    assert_eq!(Listings::read(b"WML2\0\0\0\0"), Ok(Listings::default()));
    assert_eq!(Listings::read(b"WML2\0\0\0\0\0"), Err(Unreadable::Damaged));
    // An entry of a source that is not there.
    let mut file = Listings { sources: Vec::new(), ..Listings::default() };
    file.entries.push(Listing::bare("x".into(), Kind::Gp));
    assert_eq!(Listings::read(&file.write()), Err(Unreadable::Damaged));
}

/// A number that claims more entries than there are bytes sets nothing aside for them.
#[test]
fn a_claim_of_many_entries_is_not_believed() {
    assert_eq!(Listings::read(b"WML2\0\xff\xff\xff\x7f"), Err(Unreadable::Damaged));
}

#[test]
fn what_is_unknown_stays_unknown() {
    let mut does: Offer<Activity> = Offer::default();
    does.set(Activity::Naloxone, Known::Absent);
    let (present, absent) = does.bits();
    assert_eq!(offer::<Activity>(present, absent).of(Activity::Naloxone), Known::Absent);
    assert_eq!(offer::<Activity>(present, absent).of(Activity::NeedleExchange), Known::Unknown);
    assert_eq!(Offer::<Access>::default().of(Access::StepFree), Known::Unknown);
}
