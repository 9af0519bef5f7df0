//! Whatever is typed and whatever arrives, nothing panics.

use page_search::{Index, Page, Text, make};
use proptest::prelude::*;

fn index() -> Index {
    let text = |path: &str, title: &str, body: &str| Text {
        page: Page { path: path.into(), title: title.into(), ..Page::default() },
        body: body.into(),
        ..Text::default()
    };
    let texts =
        vec![text("/a/", "Drinks and drinking", "One drink, two drinks."), text("/b/", "Sleep", "Sleeping better.")];
    // Whatever ends alike is one family: enough for a test, and no grammar.
    make(texts, &["and".to_owned()], |word| word.trim_end_matches("ing").trim_end_matches('s').to_owned())
}

#[test]
fn words_of_a_family_share_their_pages() {
    let index = index();
    for typed in ["drink", "drinks", "drinking", "DRINKS", "dri", "drnk", "drinkign"] {
        let found = index.find(typed, 5);
        assert_eq!(found.hits.first().map(|hit| hit.page), Some(0), "{typed}");
        assert_eq!(found.all, 1, "{typed}");
    }
    assert!(index.find("and", 5).hits.is_empty());
    assert!(index.find("sleep drinks", 5).only_some);
    assert_eq!(index.find("slepe", 5).taken_for, [("slepe".to_owned(), "sleep".to_owned())]);
}

proptest! {
    #[test]
    fn any_text_can_be_typed(typed in any::<String>(), most in 0_usize..20) {
        prop_assert!(index().find(&typed, most).hits.len() <= most);
    }

    #[test]
    fn any_bytes_can_arrive(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Index::read(&bytes);
    }

    /// A file that was changed in one place is refused, or is an index that can be searched.
    #[test]
    fn a_changed_file_does_no_harm(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = index().write();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(index) = Index::read(&bytes) {
            let _ = index.find("drinks sleep", 5);
        }
    }
}
