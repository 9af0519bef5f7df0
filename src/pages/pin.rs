use std::collections::BTreeMap;

use crate::words::Words;

/// What `boot/pin.js` says, which is written in front of it: pages have no PIN in them, and whoever has none loads none of it.
pub fn words(words: Words) -> String {
    let said: BTreeMap<&str, &str> = [
        ("why", words.get("pin.why")),
        ("label", words.get("pin.label")),
        ("open", words.get("pin.open")),
        ("goOn", words.get("pin.go-on")),
        ("moment", words.get("pin.moment")),
        ("wrong", words.get("pin.wrong")),
        ("wait", words.get("pin.wait")),
        ("again", words.get("pin.again")),
        ("damaged", words.get("pin.damaged")),
        ("newer", words.get("kept.newer")),
        ("forgotten", words.get("pin.forgotten")),
        ("forgottenText", words.get("pin.forgotten-text")),
        ("delete", words.get("pin.delete")),
        ("keepIt", words.get("pin.keep-it")),
        ("deleted", words.get("kept.all-deleted")),
        ("notDeleted", words.get("kept.not-all")),
        ("list", words.get("pin.list")),
        ("plan", words.get("pin.plan")),
        ("policy", words.get("pin.policy")),
        ("listOpen", words.get("pin.list-open")),
    ]
    .into();
    miniserde::json::to_string(&said)
}
