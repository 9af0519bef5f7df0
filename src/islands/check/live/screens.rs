//! The screens that the running island shows, each a mount of its own.

use std::rc::Rc;

use leptos::{mount::mount_to, prelude::*};
use screening::About;

use super::{Live, arrive};
use crate::{
    browser,
    islands::check::{
        count::Count,
        flow::Flow,
        mode::Mode,
        question::{Around, Keeping, Place, QuestionScreen},
        result::{Actions, ResultScreen},
        withdrawal::WithdrawalScreen,
    },
    routes::{CHECKS_PATH, FULL_PATH, YOUNG_PATH},
    words::Words,
};

impl Live {
    /// What stands around every question of this check.
    fn around(self: &Rc<Self>, help: Option<AnyView>) -> Around {
        let words = self.words;
        let intro = self.flow.borrow().intro().map(|intro| view! { <p class="app-mode">{intro}</p> }.into_any());
        let note = match self.mode {
            Mode::Alone => intro,
            Mode::Together => Some(view! { <p class="app-mode">{words.get("check.together")}</p> }.into_any()),
            Mode::Young => Some(
                view! {
                    <p class="app-mode">
                        {words.get("young.note")}" "
                        <a class="govuk-link" href=browser::at(CHECKS_PATH) data-start=Mode::Alone.id() data-to=browser::at(FULL_PATH)>
                            {words.get("young.adult")}
                        </a>
                    </p>
                }
                .into_any(),
            ),
        };
        let live = self.clone();
        let keeping = (self.mode != Mode::Together)
            .then(|| Keeping { kept: self.kept.clone().into(), turn: Rc::new(move || live.turn()) });
        Around { note, help, keeping }
    }

    pub(super) fn question(self: &Rc<Self>, place: usize, item: usize) -> Box<dyn FnOnce()> {
        let (words, parts) = (self.words, self.parts);
        let (answered, of) = (self.flow.borrow().answers.chosen(item), self.flow.borrow().questions());
        let wording = parts.instrument.wording(item, &self.flow.borrow().answers);
        let live = self.clone();
        let handle = mount_to(self.host.clone(), move || {
            let chosen = RwSignal::new(answered);
            let next = {
                let live = live.clone();
                move || {
                    if let Some(option) = chosen.get_untracked() {
                        live.flow.borrow_mut().choose(item, option);
                        live.next(place);
                    }
                }
            };
            let counted = parts.instrument.data().week.as_ref().map(|week| week.units.as_str());
            let counts_units = counted.is_some() && counted == parts.instrument.item(item).map(|item| item.id.as_str());
            let help = counts_units.then(|| {
                let options = parts.instrument.options(item);
                view! { <Count presets=&parts.drinks options=options words=words chosen=chosen/> }.into_any()
            });
            let help = match (place, help) {
                (0, _) if live.mode == Mode::Alone => Some(before_you_start(parts.instrument.data().about, words)),
                (_, help) => help,
            };
            view! {
                {live.back(place)}
                <QuestionScreen
                    instrument=&parts.instrument
                    place=Place { item, number: place + 1, of }
                    wording=wording
                    words=words
                    chosen=chosen
                    next=Some(Box::new(next))
                    around=live.around(help)
                />
            }
        });
        Box::new(move || drop(handle))
    }

    pub(super) fn withdrawal(self: &Rc<Self>, place: usize) -> Box<dyn FnOnce()> {
        let (live, words, said) = (self.clone(), self.words, self.flow.borrow().sign_option);
        let handle = mount_to(self.host.clone(), move || {
            let (back, around) = (live.back(place), live.around(None));
            let chosen = RwSignal::new(said);
            let next = move || {
                if let Some(option) = chosen.get_untracked() {
                    live.flow.borrow_mut().say_sign(option);
                    live.next(place);
                }
            };
            view! { {back} <WithdrawalScreen words=words chosen=chosen next=Box::new(next) around=around/> }
        });
        Box::new(move || drop(handle))
    }

    pub(super) fn result(self: &Rc<Self>) -> Box<dyn FnOnce()> {
        if self.flow.borrow().day.is_none() {
            self.flow.borrow_mut().day = Some(browser::iso_day(0));
            self.keep();
        }
        let (parts, words, flow) = (self.parts, self.words, self.flow.borrow().clone());
        let (on, again) = (self.clone(), self.clone());
        let forget = self.clone();
        let actions = Actions {
            stored: self.stored.clone(),
            forget: self.kept.get_untracked().then(|| -> Box<dyn Fn()> {
                Box::new(move || {
                    if forget.kept.get_untracked() {
                        forget.turn();
                    }
                })
            }),
            go_on: Box::new(move || {
                on.flow.borrow_mut().go_on();
                on.keep();
                let to = on.flow.borrow().furthest();
                on.push(&on.flow.borrow().fragment_of(to));
                on.show(to);
                arrive();
            }),
            restart: Box::new(move || {
                if let Some(mut flow) = Flow::new(&again.parts.instrument, &again.form) {
                    again.mode.begin(&mut flow);
                    *again.flow.borrow_mut() = flow;
                }
                *again.stored.borrow_mut() = None;
                if again.kept.get_untracked() {
                    again.turn();
                }
                again.push("1");
                again.show(0);
                arrive();
            }),
        };
        let handle = mount_to(self.host.clone(), move || {
            view! { <ResultScreen flow=flow parts=parts words=words actions=actions/> }
        });
        Box::new(move || drop(handle))
    }
}

/// The groups for whom the adult score is wrong, beside the first question. At 16 or 17 the same questions lead to advice
/// of their own; without a script the link leads to the page for young people, which says so.
///
/// A check of another drug is not for anyone under 18.
pub fn before_you_start(about: About, words: Words) -> AnyView {
    if about == About::Drug {
        return view! { <div class="app-before" inner_html=words.get("drug.before-md")></div> }.into_any();
    }
    view! {
        <div class="app-before">
            <div inner_html=words.get("check.before-md")></div>
            <p>
                <a class="govuk-link" href=browser::at(YOUNG_PATH) data-start=Mode::Young.id() data-to=browser::at(FULL_PATH)>{words.get("check.young")}</a>
            </p>
        </div>
    }
    .into_any()
}
