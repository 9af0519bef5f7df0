use policy::{Labels, Question, Source, Written};

use crate::{html::Html, words::Words};

/// The words of a section: paragraphs, and lists of the lines that begin with a dash.
pub fn words(text: &str) -> String {
    let mut html = Html::new();
    let mut in_list = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let item = line.strip_prefix("- ");
        html = match (in_list, item.is_some()) {
            (false, true) => html.raw("<ul>"),
            (true, false) => html.raw("</ul>"),
            _ => html,
        };
        in_list = item.is_some();
        html = match item {
            Some(item) => html.raw("<li>").text(item).raw("</li>"),
            None => html.raw("<p>").text(line).raw("</p>"),
        };
    }
    html.raw(if in_list { "</ul>" } else { "" }).finish()
}

/// What a section rests on, and how far it was read.
pub fn sources(sources: &[Source]) -> String {
    let mut html = Html::new().raw("<ul>");
    for source in sources {
        html = html.raw("<li>").text(&source.name).raw(". ").text(&source.note).raw("</li>");
    }
    html.raw("</ul>").finish()
}

/// The questions.
pub fn form(said: Words, questions: &[Question]) -> String {
    let mut html = Html::new().raw("<h2 class=govuk-heading-l>").text(said.get("policy.questions")).raw("</h2>");
    for asked in questions {
        html = question(html, asked);
    }
    html.finish()
}

/// One question: a line of text, or options of which one is chosen. Ids were checked to be names when they were read.
fn question(html: Html, Question { id, text, hint, choices, .. }: &Question) -> Html {
    let described = if hint.is_empty() { String::new() } else { [" aria-describedby=q-", id, "-hint"].concat() };
    let hinted = |html: Html| match hint.is_empty() {
        true => html,
        false => html.raw("<span class=govuk-hint id=q-").raw(id).raw("-hint>").text(hint).raw("</span>"),
    };
    if choices.is_empty() {
        let html = html.raw("<div class=govuk-form-group><label class=govuk-label for=q-").raw(id).raw(">").text(text);
        return hinted(html.raw("</label>"))
            .raw("<input class=govuk-input type=text maxlength=200 autocomplete=off id=q-")
            .raw(id)
            .raw(" data-line=")
            .raw(id)
            .raw(&described)
            .raw("></div>");
    }
    let html = html.raw("<fieldset class=\"govuk-fieldset govuk-form-group\" data-one=").raw(id).raw(&described);
    let html = html.raw("><legend class=govuk-fieldset__legend>").text(text).raw("</legend>");
    let mut html = hinted(html).raw("<div class=\"govuk-radios govuk-radios--inline\">");
    for choice in choices {
        let name = ["q-", id, "-", &choice.id].concat();
        html = html
            .raw("<div class=govuk-radios__item><input class=govuk-radios__input type=radio name=q-")
            .raw(id)
            .raw(" id=")
            .raw(&name)
            .raw(" value=")
            .raw(&choice.id)
            .raw("><label class=\"govuk-label govuk-radios__label\" for=")
            .raw(&name)
            .raw(">")
            .text(&choice.label)
            .raw("</label></div>");
    }
    html.raw("</div></fieldset>")
}

/// What can be done with the draft.
pub fn tools(said: Words) -> String {
    Html::new()
        .raw("<p>")
        .text(said.get("policy.edit"))
        .raw("</p><div class=app-policy__tools>")
        .button("policy-word", said.get("policy.word"))
        .button("policy-text", said.get("policy.text"))
        .button("policy-print", said.get("policy.print"))
        .raw("<span id=policy-again-part>")
        .button("policy-again", said.get("policy.again"))
        .raw("</span><span id=policy-undo-part hidden>")
        .button("policy-undo", said.get("policy.undo"))
        .raw("</span></div><p id=policy-said role=status tabindex=-1></p><div class=app-policy__tools>")
        .button("policy-keep", said.get("policy.keep"))
        .raw("<span id=policy-choose hidden>")
        .button("policy-mine", said.get("policy.mine"))
        .button("policy-theirs", said.get("policy.theirs"))
        .raw("</span><span id=policy-forget-part hidden>")
        .button("policy-forget", said.get("policy.forget"))
        .raw("</span></div><p id=policy-kept role=status></p><p id=policy-left></p>")
        .finish()
}

/// The draft as fields, each under its heading. What stands in them is put there afterwards.
pub fn fields(said: Words, draft: &[Written<'_>]) -> String {
    let mut html = Html::new();
    for (section, number) in draft.iter().zip(1_u32..) {
        html = html
            .raw("<section class=app-policy__section><h3 class=govuk-heading-m id=h-")
            .raw(section.id)
            .raw(">")
            .text(&[&number.to_string(), ". ", section.title].concat())
            .raw("</h3><textarea class=\"govuk-textarea app-policy__field\" maxlength=20000 spellcheck=true data-section=")
            .raw(section.id)
            .raw(" aria-labelledby=h-")
            .raw(section.id)
            .raw(" rows=")
            .raw(&rows(&section.text).to_string())
            .raw("></textarea><p class=app-policy__changed hidden data-changed=")
            .raw(section.id)
            .raw(">")
            .text(said.get("policy.changed"))
            .raw(" <button type=button class=app-link-button id=back-")
            .raw(section.id)
            .raw(" aria-describedby=h-")
            .raw(section.id)
            .raw(">")
            .text(said.get("policy.back"))
            .raw("</button></p>")
            .details(&["on-", section.id].concat(), said.get("policy.rests-on"), Html::new().raw(&sources(section.sources)))
            .raw("</section>");
    }
    html.finish()
}

/// How many rows a field needs to show all of a text, where a browser does not find that by itself.
fn rows(text: &str) -> usize {
    text.lines().map(|line| line.chars().count() / 60 + 1).sum::<usize>() + 1
}

/// The draft on paper: fields do not print all that is in them.
pub fn sheet(labels: Labels<'_>, draft: &[Written<'_>]) -> String {
    let Labels { title, school, note, rests_on } = labels;
    let mut html =
        Html::new().raw("<h1>").text(title).raw("</h1><p>").text(school).raw("</p><p>").text(note).raw("</p>");
    for (section, number) in draft.iter().zip(1_u32..) {
        html = html
            .raw("<h2>")
            .text(&[&number.to_string(), ". ", section.title].concat())
            .raw("</h2>")
            .raw(&words(&section.text))
            .raw("<div class=app-small><p>")
            .text(rests_on)
            .raw("</p>")
            .raw(&sources(section.sources))
            .raw("</div>");
    }
    html.finish()
}
