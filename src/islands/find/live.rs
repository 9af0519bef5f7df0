use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use directory::{
    Authority, Date, Degrees, Moment, Point, Postcodes,
    find::{Answer, Asked, Cut, Filter, Finder, cut},
    listing::Listings,
};

use super::{
    AreaName, Props,
    answer::{self, Around},
    card::on_list,
    details,
    map::{self, Extent, Map, Mark},
    narrow::Narrow,
    own_list::OwnList,
    results::{Results, Waiting},
    room::Room,
};
use crate::{
    browser::{self, Change, Failure, Listening, NoLocation, Part},
    words::Words,
};

/// The clocks that opening hours mean.
const ZONE: &str = "Europe/London";

pub(super) struct Live {
    host: Part,
    areas: Vec<AreaName>,
    mistakes_to: String,
    /// The address of this page.
    here_is: String,
    words: Words,
    /// The files, until both are there.
    entries: RefCell<Option<Vec<u8>>>,
    postcodes: RefCell<Option<Vec<u8>>>,
    finder: RefCell<Option<Finder>>,
    /// A file did not arrive as it was published.
    failed: Cell<bool>,
    narrow: Narrow,
    room: Room,
    list: OwnList,
    /// Where the device is, since it was asked and until something is typed. In memory only.
    here: Cell<Option<Point>>,
    /// How much the map shows.
    extent: Cell<Extent>,
    results: Results,
    listening: RefCell<Option<Listening>>,
}

/// Takes over the box: what is typed already is searched as soon as the files are there.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let props: Props = browser::props(host.element())?;
    let words = Words::keep(props.words);
    let live = Rc::new(Live {
        narrow: Narrow::of(&host),
        host,
        areas: props.areas,
        mistakes_to: props.mistakes_to,
        here_is: props.here_is,
        words,
        entries: RefCell::default(),
        postcodes: RefCell::default(),
        finder: RefCell::default(),
        failed: Cell::new(false),
        room: Room::default(),
        list: OwnList::new(words),
        here: Cell::new(None),
        extent: Cell::new(Extent::Close),
        results: Results::default(),
        listening: RefCell::default(),
    });
    let (typed, sent, pressed) = (live.clone(), live.clone(), live.clone());
    // Boxes that are ticked are told by the same event.
    live.host.on("input", move |happening| typed.changed(happening.part().as_ref()));
    live.host.on("submit", move |happening| {
        happening.prevent();
        sent.search_whole();
        // The keyboard of a phone covers what is found; it goes away with the focus.
        browser::focus_on_top("#find-said:not(:empty)");
    });
    live.host.on("click", move |happening| {
        if pressed.stopped() {
            return;
        }
        // A pin leads to its entry, and no address has to say which.
        match happening.link().strip_prefix("#r-") {
            Some(entry) => {
                happening.prevent();
                browser::focus(&["[id='r-", entry, "']"].concat());
            }
            None => pressed.clone().pressed(&happening.pressed()),
        }
    });
    let shown = live.clone();
    *live.listening.borrow_mut() = Some(browser::on_change(move |change| shown.without_us(&change)));
    let (here, there) = (live.clone(), live.clone());
    browser::fetch_bytes(&props.entries.url, &props.entries.integrity, move |bytes| here.arrived(&here.entries, bytes));
    browser::fetch_bytes(&props.postcodes.url, &props.postcodes.integrity, move |bytes| {
        there.arrived(&there.postcodes, bytes);
    });
    live.search();
    Ok(())
}

impl Live {
    /// Once the program has failed, the prerendered page is back in place of ours, and it stays.
    fn stopped(&self) -> bool {
        self.host.has("data-stopped")
    }

    fn arrived(self: &Rc<Self>, place: &RefCell<Option<Vec<u8>>>, bytes: Option<Vec<u8>>) {
        if bytes.is_none() {
            self.failed.set(true);
        }
        *place.borrow_mut() = bytes;
        let both = self.entries.borrow().is_some() && self.postcodes.borrow().is_some();
        if both && let (Some(entries), Some(postcodes)) = (self.entries.take(), self.postcodes.take()) {
            match (Listings::read(&entries), Postcodes::open(postcodes)) {
                (Ok(entries), Ok(postcodes)) => *self.finder.borrow_mut() = Some(Finder::new(entries, postcodes)),
                _ => self.failed.set(true),
            }
        }
        self.search();
        if self.finder.borrow().is_some() {
            self.draw_list();
            self.host.set("data-files", "true");
            // Before somebody types a name, and after what is already typed is answered.
            let live = self.clone();
            browser::after_paint(move || {
                live.with(|around| around.finder.get_ready());
            });
        }
    }

    /// Something was typed or ticked.
    fn changed(self: &Rc<Self>, part: Option<&Part>) {
        if part.is_none_or(|part| !part.has("data-filter")) {
            self.here.set(None);
            self.say_here("");
            self.room.reset();
        }
        self.search();
    }

    /// Something happened without this page: another tab changed the list, or the page is shown again.
    fn without_us(&self, change: &Change) {
        if self.stopped() || *change == Change::Left {
            return;
        }
        if self.list.changed(change) {
            self.draw_list();
            self.mark_listed();
        }
        // The clock may have gone on.
        self.search_whole();
    }

    /// A button with this id was pressed.
    fn pressed(self: Rc<Self>, id: &str) {
        match id.split_once('-') {
            Some(("here", "use")) => self.ask_where(),
            Some(("filter", "clear")) => {
                self.narrow.clear();
                self.search();
                browser::focus("#find-what");
            }
            Some(("more", kind)) => {
                let before = self.room.more(kind);
                self.search_whole();
                if let Some(first) = self.room.first_after(&before) {
                    browser::focus(&["[id='r-", &first, "']"].concat());
                }
            }
            Some(("about", entry)) => {
                self.with(|around| details::pressed(&self.host, entry, around));
            }
            // The press that opens it comes before it is open, and the one that closes it while it is.
            Some(("map", "open")) if browser::is_there("#map[open]") => {}
            Some(("map", what)) => {
                match what {
                    "close" => self.extent.set(Extent::Close),
                    "whole" => self.extent.set(Extent::Whole),
                    _ => {}
                }
                self.redraw_map();
            }
            _ => {
                let done = self.with(|around| self.list.pressed(id, around)).unwrap_or_default();
                if done {
                    self.draw_list();
                    self.mark_listed();
                }
            }
        }
    }

    /// Asks the device where it is, which asks the person.
    fn ask_where(self: Rc<Self>) {
        browser::set_value("#find-what", "");
        self.here.set(None);
        self.search();
        self.say_here("here.waiting");
        browser::locate(move |found| {
            // Who has typed something meanwhile means that.
            if self.stopped() || !browser::value("#find-what").is_empty() {
                return;
            }
            match found {
                Ok((north, east)) => {
                    // A place on no grid of ours is as far off as the grid's corner.
                    let point = Degrees::from_degrees(north, east).point().or_else(|| Point::new(0, 0));
                    self.here.set(point);
                    self.say_here("");
                    self.room.reset();
                    self.search();
                }
                Err(NoLocation::Refused) => self.say_here("here.refused"),
                Err(NoLocation::Failed) => self.say_here("here.failed"),
            }
        });
    }

    fn say_here(&self, key: &str) {
        browser::write("#here-said", if key.is_empty() { "" } else { self.words.get(key) });
    }

    /// Runs something that needs to know everything; none while the files are not there.
    fn with<T>(&self, run: impl FnOnce(Around<'_>) -> T) -> Option<T> {
        let finder = self.finder.borrow();
        let finder = finder.as_ref()?;
        let shortlist = self.list.get();
        Some(run(Around {
            finder,
            areas: &self.areas,
            mistakes_to: &self.mistakes_to,
            here: &self.here_is,
            shortlist: &shortlist,
            now: now(),
            words: self.words,
        }))
    }

    /// Makes the buttons of the entries say whether they are on the list, without closing what the person has opened.
    fn mark_listed(&self) {
        let list = self.list.get();
        self.results.forget();
        for button in self.host.all("#results [aria-pressed]") {
            let listed = button.attribute("id").strip_prefix("list-").is_some_and(|id| list.has(id));
            button.set("aria-pressed", if listed { "true" } else { "false" });
            button.set_text(on_list(listed, self.words));
        }
    }

    fn draw_list(&self) {
        self.with(|around| self.list.draw(around));
    }

    /// Shows the answer to what stands in the box now: its beginning, and the rest once that is painted.
    fn search(self: &Rc<Self>) {
        if self.stopped() {
            return;
        }
        let typed = browser::value("#find-what");
        if let Some(number) = self.with(|around| self.begin(around)) {
            let live = self.clone();
            return browser::after_paint(move || live.finish(number));
        }
        let said = if typed.trim().is_empty() {
            String::new()
        } else if self.failed.get() {
            self.words.fill("find.failed", &[("link", self.words.get("check.reload"))])
        } else {
            self.words.get("check.loading").to_owned()
        };
        browser::write("#find-said", &said);
    }

    /// Shows the whole answer at once, for what acts on it.
    fn search_whole(&self) {
        if let Some(number) = self.with(|around| self.begin(around)) {
            self.finish(number);
        }
    }

    /// The answer to what stands in the box, or to where the device is.
    fn answer(&self, around: Around<'_>) -> Answer {
        let (typed, today) = (browser::value("#find-what"), around.now.map(Moment::date));
        match self.here.get() {
            Some(here) if typed.trim().is_empty() => around.finder.here(here, today),
            _ => around.finder.find(&typed, today),
        }
    }

    /// As much of an answer as fits what is ticked and has room.
    fn cut(&self, around: Around<'_>, answer: &Answer, filter: &Filter) -> Cut {
        let found = around.finder.filtered(answer, filter, around.now);
        let by_kind = matches!(answer.asked, Asked::Place(_) | Asked::Elsewhere);
        cut(around.finder.listings(), &found, by_kind, |kind| self.room.of(kind))
    }

    /// Draws the map after a press on it.
    fn redraw_map(&self) {
        self.with(|around| {
            let answer = self.answer(around);
            self.draw_map(around, &answer, &self.cut(around, &answer, &self.narrow.filter()));
        });
    }

    /// Shows the beginning of the answer, and gives back its number.
    fn begin(&self, around: Around<'_>) -> u32 {
        let (answer, filter) = (self.answer(around), self.narrow.filter());
        let cut = self.cut(around, &answer, &filter);
        browser::write("#find-said", &answer::said(around.finder, &answer, &self.areas, self.words));
        browser::show("#find-none", cut.shown.is_empty() && !answer.found.is_empty());
        browser::show("#find-nhs", is_outside(&answer));
        browser::show("#here-asks", matches!(answer.asked, Asked::Nothing));
        self.narrow.say(&filter, !answer.found.is_empty(), self.words);
        let has_place = |shown| around.finder.entry(shown).is_some_and(|entry| entry.point.is_some());
        browser::show("#map", cut.shown.iter().any(has_place));
        self.remember(around, &cut);
        self.results.begin(around, Waiting { answer, cut, filter })
    }

    /// Shows the rest of the answer with this number, unless there is a newer one.
    fn finish(&self, number: u32) {
        if self.stopped() {
            return;
        }
        self.with(|around| {
            let Some(Waiting { answer, cut, filter }) = self.results.finish(around, number) else { return };
            browser::draw("#find-more", &answer::more(&answer, &cut, &self.areas, self.words));
            self.narrow.count(around, &answer, &filter);
            if browser::is_there("#map[open]") {
                self.draw_map(around, &answer, &cut);
            }
        });
    }

    /// Draws the map of what is shown.
    fn draw_map(&self, around: Around<'_>, answer: &Answer, cut: &Cut) {
        let place = match &answer.asked {
            Asked::Place(place) => Some(place),
            _ => None,
        };
        let area = place.and_then(|place| answer::area_of(place, &self.areas));
        let codes: Vec<Authority> = area.map_or_else(Vec::new, |area| {
            area.codes.iter().filter_map(|code| Authority::from_bytes(code.as_bytes())).collect()
        });
        let mark = |(shown, number)| {
            let entry = around.finder.entry(shown)?;
            Some(Mark { number, id: &entry.id, name: &entry.name, point: entry.point? })
        };
        let marks: Vec<Mark<'_>> = cut.shown.iter().zip(1..).filter_map(mark).collect();
        let towns: Vec<(&str, Point)> = around.finder.towns_of(&codes).collect();
        let drawing = map::svg(
            &Map {
                extent: self.extent.get(),
                outlines: &around.finder.listings().outlines,
                area: &codes,
                marks: &marks,
                you: place.map(|place| place.point),
                towns: &towns,
            },
            self.words,
        );
        browser::draw("#map-drawing", &drawing);
        for (id, extent) in [("#map-close", Extent::Close), ("#map-whole", Extent::Whole)] {
            browser::set(id, "aria-pressed", if self.extent.get() == extent { "true" } else { "false" });
        }
    }

    fn remember(&self, around: Around<'_>, cut: &Cut) {
        let id = |shown| around.finder.entry(shown).map(|entry| entry.id.clone());
        self.room.shown(cut.shown.iter().filter_map(id).collect());
    }
}

/// Does the answer speak of a place whose council we do not know?
fn is_outside(answer: &Answer) -> bool {
    match &answer.asked {
        Asked::Elsewhere => true,
        Asked::Place(_) => !answer.found.iter().any(|shown| shown.own),
        _ => false,
    }
}

/// This moment on England's clocks.
fn now() -> Option<Moment> {
    let (days, minute) = browser::in_zone(ZONE)?;
    Moment::new(Date::from_days_since_1970(days), minute)
}
