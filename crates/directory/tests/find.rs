//! Narrowing down, how much is shown, and what is put behind: with entries made up for it.

use directory::{
    Access, Activity, Authority, Date, Freshness, Kind, Known, Language, Moment, Point, Postcode, Postcodes, Referral,
    Who,
    find::{Answer, Choice, Cut, Filter, Finder, KINDS, NEAREST, REACH, cut},
    hours::{Day, Range, Schedule},
    listing::{ListedSource, Listing, Listings},
};

use proptest::prelude::*;

/// An entry with a name and a number, and nothing else known of it.
fn entry(id: &str, kind: Kind) -> Listing {
    Listing { name: id.into(), phone: "01234 567890".into(), ..Listing::bare(id.into(), kind) }
}

fn day(text: &str) -> Date {
    Date::read(text).expect("a date")
}

/// Friday 27 November 2026, at an hour.
fn at(hour: u16) -> Moment {
    Moment::new(day("2026-11-27"), hour * 60).expect("a moment")
}

/// The same for what can do without a clock.
fn now(hour: u16) -> Option<Moment> {
    Some(at(hour))
}

fn nine_to_five() -> Schedule {
    Schedule::weekly([Day::of(&[Range::new(540, 1_020).expect("a range")]).expect("a day"); 7])
}

fn does(entry: Listing, terms: &[(Activity, Known)]) -> Listing {
    let mut does = entry.does;
    terms.iter().for_each(|(term, known)| does.set(*term, *known));
    Listing { does, ..entry }
}

/// No postcode is needed here, so the smallest file of them will do: that of the areas.
fn finder(entries: Vec<Listing>, as_at: &str) -> Finder {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/postcodes/areas.bin");
    let postcodes = Postcodes::open(std::fs::read(file).expect("the postcodes")).expect("postcodes");
    let source = ListedSource { name: "Made up".into(), as_at: day(as_at), lead: false };
    Finder::new(Listings { sources: vec![source], entries, ..Listings::default() }, postcodes)
}

fn ids<'a>(finder: &'a Finder, shown: &[directory::find::Shown]) -> Vec<&'a str> {
    shown.iter().filter_map(|shown| finder.entry(shown)).map(|entry| entry.id.as_str()).collect()
}

/// Pharmacies and a group, each known for something else.
fn mixed() -> (Finder, Answer) {
    use Known::{Absent, Present};
    let mut access = directory::Offer::default();
    access.set(Access::StepFree, Present);
    let entries = vec![
        does(entry("both", Kind::Pharmacy), &[(Activity::Naloxone, Present), (Activity::NeedleExchange, Present)]),
        does(entry("one", Kind::Pharmacy), &[(Activity::Naloxone, Present)]),
        does(entry("not", Kind::Pharmacy), &[(Activity::Naloxone, Absent)]),
        Listing { how: vec![Referral::WalkIn], access, hours: nine_to_five(), ..entry("open", Kind::MutualAid) },
        Listing {
            who: vec![Who::Women],
            languages: vec![Language::read("pl").expect("a tag")],
            ..entry("unknown", Kind::Gp)
        },
    ];
    let finder = finder(entries, "2026-11-20");
    // A postcode of somewhere else: everything that is at no place.
    let answer = finder.find("SW1A 1AA", Some(day("2026-11-27")));
    (finder, answer)
}

#[test]
fn each_choice_keeps_what_is_known_to_fit() {
    let (finder, answer) = mixed();
    assert_eq!(ids(&finder, &answer.found), ["open", "both", "one", "not", "unknown"], "kind by kind");
    for (ticked, expected) in [
        (vec!["kind.pharmacy"], vec!["both", "one", "not"]),
        (vec!["kind.pharmacy", "kind.gp"], vec!["both", "one", "not", "unknown"]),
        // What it does is all asked for, and unknown or absent is not enough.
        (vec!["does.naloxone"], vec!["both", "one"]),
        (vec!["does.naloxone", "does.needle-exchange"], vec!["both"]),
        (vec!["does.naloxone", "kind.gp"], vec![]),
        (vec!["how.walk-in"], vec!["open"]),
        (vec!["access.step-free"], vec!["open"]),
        (vec!["who.women", "who.men"], vec!["unknown"]),
        (vec!["language.pl"], vec!["unknown"]),
        (vec!["open"], vec!["open"]),
        (vec![], vec!["open", "both", "one", "not", "unknown"]),
    ] {
        let filter = Filter::new(ticked.iter().map(|name| Choice::read(name).expect(name)).collect());
        assert_eq!(filter.is_empty(), ticked.is_empty());
        assert_eq!(ids(&finder, &finder.filtered(&answer, &filter, now(12))), expected, "{ticked:?}");
    }
}

#[test]
fn the_number_beside_a_box_is_what_ticking_it_gives() {
    let (finder, answer) = mixed();
    let names = [
        "kind.pharmacy",
        "kind.gp",
        "kind.mutual-aid",
        "does.naloxone",
        "does.needle-exchange",
        "open",
        "how.walk-in",
        "who.women",
        "language.pl",
        "access.step-free",
        "kind.housing",
    ];
    let choices: Vec<Choice> = names.iter().map(|name| Choice::read(name).expect(name)).collect();
    // For every pair of ticked boxes: the number beside a third is how many there are once it is ticked too, or, where any
    // of a group will do, how many it adds by itself.
    for first in &choices {
        for second in &choices {
            let filter = Filter::new(vec![*first, *second]);
            let counts = finder.counts(&answer, &filter, &choices, now(12));
            for (choice, count) in choices.iter().zip(counts) {
                let of_group = |other: &Choice| {
                    core::mem::discriminant(other) == core::mem::discriminant(choice)
                        && matches!(choice, Choice::Kind(_) | Choice::Who(_) | Choice::How(_) | Choice::Speaks(_))
                };
                let others = [*first, *second].into_iter().filter(|other| !of_group(other));
                let alone = Filter::new(others.chain([*choice]).collect());
                assert_eq!(count, finder.filtered(&answer, &alone, now(12)).len(), "{first:?} {second:?} {choice:?}");
            }
        }
    }
}

#[test]
fn only_names_that_the_page_has_are_read() {
    for name in ["", "open.now", "kind", "kind.", "kind.pub", "does.gp", "language.Polish", "naloxone"] {
        assert_eq!(Choice::read(name), None, "{name}");
    }
}

/// The label and the filter ask one rule, and hours that nobody checked lately are neither open nor closed.
#[test]
fn hours_that_are_not_fresh_are_never_open_now() {
    let open = Filter::new(vec![Choice::Open]);
    for (as_at, hour, expected) in [("2026-11-20", 12, 1), ("2026-11-20", 18, 0), ("2026-06-01", 12, 0)] {
        let entries = vec![Listing { hours: nine_to_five(), ..entry("x", Kind::Family) }];
        let finder = finder(entries, as_at);
        let answer = finder.find("SW1A 1AA", Some(day("2026-11-27")));
        assert_eq!(finder.filtered(&answer, &open, now(hour)).len(), expected, "{as_at} {hour}");
        assert!(finder.filtered(&answer, &open, None).is_empty(), "no clock, nothing open");
        let status = finder.status(&finder.listings().entries[0], at(hour));
        assert_eq!(usize::from(status.open_now()), expected);
    }
}

/// Of two pharmacies the nearer one is put behind when nobody has checked it for half a year.
#[test]
fn what_is_old_comes_after_what_is_fresh() {
    let near = |id: &str, metres: u32, checked: Option<&str>| Listing {
        point: Point::new(349_300 + metres, 312_800),
        checked: checked.map(day),
        ..entry(id, Kind::Pharmacy)
    };
    let entries = vec![near("near", 100, None), near("far", 900, Some("2026-11-01"))];
    let finder = finder(entries, "2025-04-10");
    let here = Point::new(349_300, 312_800).expect("a point");
    let order = |today: Option<&str>| ids(&finder, &finder.here(here, today.map(day)).found).join(" ");
    assert_eq!(order(None), "near far");
    assert_eq!(order(Some("2026-11-27")), "far near");
    // Half a year later both are old, and the nearer one is first again.
    assert_eq!(order(Some("2027-07-01")), "near far");
    let entries = &finder.listings().entries;
    assert_eq!(finder.listings().freshness(&entries[0], day("2026-11-27")), Freshness::Old);
    assert_eq!(finder.listings().freshness(&entries[1], day("2026-11-27")), Freshness::Recent);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is found without looking at everything is what looking at everything finds.
    #[test]
    fn the_order_is_that_of_all_entries(
        places in proptest::collection::vec((0..4_usize, -40_000..40_000_i64, -40_000..40_000_i64, 0..4_u8, any::<bool>()), 0..60)
    ) {
        let here = Point::new(349_300, 312_800).expect("a point");
        let move_by = |metres: u32, by: i64| u32::try_from(i64::from(metres) + by).expect("on the grid");
        let shropshire = Authority::read("E06000051").expect("a code");
        let kinds = [Kind::Gp, Kind::Pharmacy, Kind::Family, Kind::DrugAndAlcohol];
        let made = places.iter().enumerate().map(|(number, (kind, east, north, serves, fresh))| Listing {
            point: Point::new(move_by(here.easting(), *east), move_by(here.northing(), *north)),
            serves: match serves { 0 => vec![shropshire], 1 => vec![Authority::read("E06000006").expect("a code")], _ => vec![] },
            checked: fresh.then(|| day("2026-11-01")),
            ..entry(&number.to_string(), kinds[*kind])
        });
        let finder = finder(made.collect(), "2025-01-01");
        let today = day("2026-11-27");
        let found = finder.here(here, Some(today));
        let mut all: Vec<_> = finder.listings().entries.iter().enumerate().filter_map(|(number, entry)| {
            let own = entry.serves.contains(&shropshire);
            if !own && !entry.serves.is_empty() {
                return None;
            }
            let rank = KINDS.iter().position(|kind| *kind == entry.kind);
            let old = finder.listings().freshness(entry, today) == Freshness::Old;
            Some((rank, !own, old, entry.point.expect("a point").metres_to(here), number))
        }).collect();
        all.sort_unstable();
        // What is beyond ten miles counts only where fewer than five are within.
        let within = |wanted| all.iter().filter(|(rank, .., metres, _)| *rank == wanted && *metres <= REACH).count();
        let enough: Vec<_> = all.iter().map(|(rank, ..)| *rank).filter(|rank| within(*rank) >= NEAREST).collect();
        all.retain(|(rank, not_own, _, metres, _)| !*not_own || *metres <= REACH || !enough.contains(rank));
        let mut of_kind = std::collections::BTreeMap::new();
        all.retain(|(rank, not_own, _, metres, _)| {
            let place = of_kind.entry(*rank).or_insert(0);
            *place += 1;
            !*not_own || *metres <= REACH || *place <= NEAREST
        });
        let expected: Vec<_> = all.into_iter().map(|(_, not_own, _, metres, number)| (number as u32, !not_own, Some(metres))).collect();
        let found: Vec<_> = found.found.iter().map(|shown| (shown.entry, shown.own, shown.metres)).collect();
        prop_assert_eq!(found, expected);
    }
}

/// The nearest five are shown however far they are; beyond ten miles there are no more.
#[test]
fn ten_miles_or_the_nearest_five() {
    let at = |metres: u32| Listing {
        point: Point::new(349_300, 312_800 + metres),
        postcode: Postcode::read("SY1 2AQ").ok(),
        ..entry(&metres.to_string(), Kind::Gp)
    };
    let here = Point::new(349_300, 312_800).expect("a point");
    let far = finder((20_000..20_009).map(at).collect(), "2026-11-20");
    assert_eq!(far.here(here, None).found.len(), 5);
    let near = finder((1..9).chain(20_000..20_009).map(at).collect(), "2026-11-20");
    assert_eq!(near.here(here, None).found.len(), 8);
}

/// Where there are enough within ten miles, one just beyond is not shown, even if it is the only one lately checked and
/// neither far east nor far north.
#[test]
fn ten_miles_are_a_circle() {
    let at = |id: &str, east: u32, north: u32| Listing {
        point: Point::new(349_300 + east, 312_800 + north),
        ..entry(id, Kind::Gp)
    };
    let beyond = Listing { checked: Some(day("2026-11-01")), ..at("beyond", 16_000, 1_800) };
    let within = at("within", 16_000, 1_700);
    let here = Point::new(349_300, 312_800).expect("a point");
    let near = ["1", "2", "3", "4"].iter().zip(1..).map(|(id, metres)| at(id, metres, 0));
    let finder = finder(near.chain([within, beyond]).collect(), "2025-01-01");
    let found = finder.here(here, Some(day("2026-11-27"))).found;
    assert_eq!(ids(&finder, &found), ["1", "2", "3", "4", "within"]);
}

#[test]
fn a_cut_says_how_much_more_there_is() {
    let (finder, answer) = mixed();
    let listings = finder.listings();
    let Cut { shown, more } = cut(listings, &answer.found, true, |_| 2);
    assert_eq!((ids(&finder, &shown), more), (vec!["open", "both", "one", "unknown"], vec![(Some(Kind::Pharmacy), 1)]));
    let Cut { shown, more } = cut(listings, &answer.found, false, |kind| if kind.is_none() { 3 } else { 0 });
    assert_eq!((ids(&finder, &shown), more), (vec!["open", "both", "one"], vec![(None, 2)]));
    assert_eq!(cut(listings, &[], true, |_| 2), Cut::default());
}
