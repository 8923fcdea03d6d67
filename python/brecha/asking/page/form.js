// A form for a plan, drawn from the vocabulary that stands in the page. Works without a network; the plan stays with the reader.
//
// `plan` is the plan as its JSON has it, evidence and judgements included; what the vocabulary does not know is kept. Every change goes
// through `setValue` and `know`, is written to localStorage where that is allowed, and to a file when the reader asks for it.
"use strict";

const form = JSON.parse(document.getElementById("form-data").textContent);
const LANGUAGES = ["en", "es", "pt", "fr"];
const STORE = `brecha-form ${form.ruleset.name} ${form.ruleset.sha256}`;

const state = {
  language: form.language,
  plan: form.plan,
  wrong: {},      // what was typed at a place and not understood: kept to be mended, never in the plan
  open: {},       // which sections and rows stand open
  cited: {},      // passages that a reader has taken at a place before answering there
  who: "",        // who reads the document
};

// --- words --------------------------------------------------------------------------------------------------

const at = () => LANGUAGES.indexOf(state.language);
const text = (texts) => texts[at()] || texts[0] || "";

function say(word, values = {}) {
  const isOne = (count) => count === 1 || (count === 0 && state.language === "fr");
  return form.words[word][at()].replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (_, name, one, many) =>
    one === undefined ? String(values[name]) : isOne(values[name]) ? one : many);
}

// --- drawing ------------------------------------------------------------------------------------------------

/** An element with attributes, listeners ("onclick") and children; texts are only ever texts. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && typeof value !== "string") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

let numbered = 0;
const freshId = () => `f${++numbered}`;

/** Folded content that is drawn when it is opened, so that a long form is quick. */
function folding(key, summary, draw, attributes = {}) {
  const body = make("div", { class: "folded" });
  const box = make("details", { ...attributes, open: Boolean(state.open[key]) }, make("summary", {}, summary), body);
  const fill = () => { body.replaceChildren(...draw()); };
  if (box.open) fill();
  box.addEventListener("toggle", () => {
    if (box.open === Boolean(state.open[key]) && body.hasChildNodes()) return;
    state.open[key] = box.open;
    if (box.open) fill(); else body.replaceChildren();
    keep();
  });
  box.redraw = () => { if (box.open) fill(); };
  return box;
}

// --- the plan -----------------------------------------------------------------------------------------------

const escaped = (step) => String(step).replace(/~/g, "~0").replace(/\//g, "~1");
const below = (place, step) => (place ? `${place}/${escaped(step)}` : escaped(step));
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const allEvidence = () => (isObject(state.plan.evidence) ? state.plan.evidence : {});
const evidenceAt = (place) => (isObject(allEvidence()[place]) ? allEvidence()[place] : {});
const isBelow = (place, above) => place === above || place.startsWith(`${above}/`) || place.startsWith(`${above}[`);

/** "part" or "whole", by the nearest place at or above that says so. */
function howRead(place) {
  for (let above = place; ; above = above.includes("/") ? above.replace(/\/[^/]*$/, "") : "") {
    if (evidenceAt(above).read || !above) return evidenceAt(above).read || "";
  }
}

/** Changes what is known of a place; null takes a word away. */
function know(place, known) {
  const evidence = { ...allEvidence() };
  const entry = Object.fromEntries(Object.entries({ ...evidence[place], ...known }).filter(([, value]) => value !== null && value !== ""));
  if (Object.keys(entry).length) evidence[place] = entry; else delete evidence[place];
  if (Object.keys(evidence).length) state.plan.evidence = evidence; else delete state.plan.evidence;
  keep();
}

/** A value of an item, undefined for none. A value ends that there is none, and why it is missing. */
function setValue(item, field, place, value) {
  delete state.wrong[place];
  const isNew = item[field.name] === undefined || item[field.name] === null;
  if (value === undefined) delete item[field.name]; else item[field.name] = value;
  const known = evidenceAt(place);
  if (value !== undefined && (known.none || known.why)) know(place, { none: null, why: null });
  // Nobody said that a list is complete because one element of it is known.
  if (field.list && isNew && value !== undefined && !known.complete && known.size === undefined) know(place, { read: "part" });
  if (field.list && value === undefined && known.read === "part") know(place, { read: null });
  keep();
}

function keyOf(entity, item) {
  if (!isObject(item)) return "";
  const parts = entity.key.map((name) => (item[name] === true ? "yes" : item[name] === false ? "no" : item[name] ?? ""));
  return parts.length && parts.every((part) => part !== "") ? parts.join(",") : "";
}

const placeOfRow = (entity, list, rows, position) => below(list, keyOf(entity, rows[position]) || `[${position}]`);

/** Evidence follows when places change: `places` maps old ones to new ones, null to none. */
function movePlaces(places) {
  const moved = {};
  for (const [place, known] of Object.entries(allEvidence())) {
    const old = Object.keys(places).find((one) => isBelow(place, one));
    if (old === undefined) moved[place] = known;
    else if (places[old] !== null) moved[places[old] + place.slice(old.length)] = known;
  }
  if (Object.keys(moved).length) state.plan.evidence = moved; else delete state.plan.evidence;
  keep();
}

function removeRow(entity, list, rows, position) {
  const places = { [placeOfRow(entity, list, rows, position)]: null };
  for (let later = position + 1; later < rows.length; ++later)
    if (!keyOf(entity, rows[later])) places[below(list, `[${later}]`)] = below(list, `[${later - 1}]`);
  rows.splice(position, 1);
  movePlaces(places);
}

/** A new row; a key that is a text is given the next number. */
function newRow(entity, rows, given = {}) {
  const row = { ...given };
  const key = entity.key.length === 1 ? entity.fields.find((field) => field.name === entity.key[0]) : null;
  if (key && key.type === "text" && row[key.name] === undefined) {
    let number = rows.length + 1;
    while (rows.some((other) => keyOf(entity, other) === String(number))) ++number;
    row[key.name] = String(number);
  }
  return row;
}

/** Every item of an entity in the plan: what a reference can mean. */
function itemsOf(name) {
  const found = [];
  const walk = (entityName, item) => {
    const entity = form.entities[entityName];
    if (!entity || !isObject(item)) return;
    if (entityName === name && keyOf(entity, item)) found.push([keyOf(entity, item), nameOf(entity, item)]);
    for (const field of entity.fields)
      if (field.type === "entity")
        for (const one of field.list ? (Array.isArray(item[field.name]) ? item[field.name] : []) : [item[field.name]]) walk(field.entity, one);
  };
  walk(form.root, state.plan);
  return found;
}

function nameOf(entity, item) {
  if (!isObject(item)) return JSON.stringify(item);
  const own = item.name || item.title;
  if (typeof own === "string" && own) return own;
  return entity.key.map((name) => {
    const field = entity.fields.find((one) => one.name === name);
    const choice = (form.choices[field && field.choices] || []).find(([word]) => word === item[name]);
    return choice ? text(choice[1]) : item[name] ?? "";
  }).filter(Boolean).join(", ");
}

// --- what is typed ------------------------------------------------------------------------------------------

const isDay = (year, month, day) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const twoDigits = (number) => String(number).padStart(2, "0");

/** {value} or {wrong: a sentence}. */
function readExactly(field, typed) {
  if (field.type === "date" || field.type === "moment") {
    const [, day, time] = typed.match(/^(.*?)(?:[T ]+(\d{1,2}:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?$/);
    const date = readDate(day);
    if (field.type === "date" || date.wrong) return time ? { wrong: say("wrong_date") } : date;
    return time && date.value.length === 10 ? { value: `${date.value}T${time.padStart(5, "0")}` } : { wrong: say("wrong_moment") };
  }
  let number = typed.replace(/\s*%$/, "").replace(/[\s\u00a0\u202f]/g, "");
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return { wrong: say("wrong_thousand") };
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(number) && /\..*[.,]/.test(number)) number = number.replace(/\./g, "");
  else if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) && /,.*[.,]/.test(number)) number = number.replace(/,/g, "");
  number = number.replace(",", ".");
  if (!/^\d+(\.\d{1,9})?$/.test(number) || (field.type === "integer" && /\.\d*[1-9]/.test(number))) return { wrong: say(`wrong_${field.type}`) };
  if (field.type === "percent") return /^0\.0*[1-9]/.test(number) && !typed.includes("%") ? { wrong: say("wrong_fraction") } : { value: `${number}%` };
  return { value: Number(number) };
}

function readDate(typed) {
  const iso = typed.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/);
  if (iso) return isDay(+iso[1], +(iso[2] || 1), +(iso[3] || 1)) ? { value: typed } : { wrong: say("wrong_date") };
  const other = typed.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
  if (!other) return { wrong: say("wrong_date") };
  const [one, two, year] = other.slice(1).map(Number);
  const meant = [[two, one], [one, two]].filter(([month, day]) => isDay(year, month, day)).map(([month, day]) => `${year}-${twoDigits(month)}-${twoDigits(day)}`);
  if (new Set(meant).size === 2) return { wrong: say("wrong_two_dates", { one: meant[0], other: meant[1] }) };
  return meant.length ? { value: meant[0] } : { wrong: say("wrong_date") };
}

/** Also "3..5", "3..", "..5": known within bounds. */
function read(field, typed) {
  typed = typed.trim();
  if (!typed) return { value: undefined };
  if (field.type === "text") return { value: typed };
  const ends = typed.match(/^(.*?)\s*\.\.\s*(.*)$/);
  if (!ends) return readExactly(field, typed);
  const bounds = {};
  for (const [name, end] of [["from", ends[1]], ["to", ends[2]]]) {
    if (!end) continue;
    const found = readExactly(field, end);
    if (found.wrong) return found;
    bounds[name] = found.value;
  }
  return Object.keys(bounds).length ? { value: bounds } : { wrong: say(`wrong_${field.type}`) };
}

function shown(value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value === "object") return `${value.from ?? ""}..${value.to ?? ""}`;
  return String(value);
}

// --- one field ----------------------------------------------------------------------------------------------

/** A question with its control, what is wrong with what was typed, and where the answer stands or why there is none. */
function fieldBox(item, field, place) {
  const box = make("div", { class: "field", "data-place": place });
  const draw = () => {
    const id = freshId();
    const known = evidenceAt(place);
    const silent = known.none ? "none" : known.why || "";
    const complete = make("div");
    const fillComplete = () => { if (field.list) complete.replaceChildren(completeness(item, field, place, draw)); };
    const problem = make("p", { class: "wrong", id: `${id}-wrong`, role: "alert" }, state.wrong[place] ? state.wrong[place].why : "");
    const change = (value, wrong, typed) => {
      if (wrong) {
        state.wrong[place] = { typed, why: wrong };
        if (item[field.name] !== undefined) delete item[field.name];
        keep();
      } else {
        const before = evidenceAt(place);
        setValue(item, field, place, value);
        const cited = value !== undefined && state.cited[place];
        if (cited) { delete state.cited[place]; know(place, cited); }
        if (cited || before.none || before.why) draw();
        else fillComplete();
      }
      problem.textContent = wrong || "";
    };
    const { control, isGroup } = controlOf(item, field, place, id, change);
    const question = text(field.question) || text(field.label);
    const unit = field.unit ? ` (${field.unit})` : "";
    fillComplete();
    const passages = passagesAt(place, field, {
      take: (cited, value) => {
        if (value !== undefined) setValue(item, field, place, field.list ? [...new Set([...(Array.isArray(item[field.name]) ? item[field.name] : []), value])] : value);
        if (item[field.name] === undefined || item[field.name] === null) state.cited[place] = cited;
        else { delete state.cited[place]; know(place, cited); }
      },
      inVain: (known) => { delete item[field.name]; delete state.wrong[place]; know(place, known); },
    }, draw);
    const parts = [problem, field.list ? complete : "", passages, sourceOf(item, field, place, silent, draw)];
    if (isGroup) box.replaceChildren(make("fieldset", {}, make("legend", {}, question + unit), control, ...parts));
    else box.replaceChildren(make("label", { for: id, class: "question" }, question + unit), control, ...parts);
  };
  draw();
  return box;
}

// --- what a document says -----------------------------------------------------------------------------------

const whereOf = (where) => (form.document.unit === "page" ? `${say("page")} ${where}` : where);

/**
 * The passages that may answer at a place, best first, to be taken, corrected or passed over: nothing happens unless somebody presses.
 * does.take(known, value) writes one in, value where one of the values that it names was chosen; does.inVain(known) says that the document
 * was searched and has nothing. Judgements have neither: they are answered above.
 */
function passagesAt(place, field, does, redraw) {
  const found = form.document && form.document.found[place];
  if (!found) return "";
  const about = () => ({ document: form.document.name, kind: "document", who: state.who || null, on: new Date().toISOString().slice(0, 10) });
  const done = (change) => () => {
    change();
    keep();
    redraw();
    const summary = document.querySelector(`details.passages[data-of="${CSS.escape(place)}"] > summary`);
    if (summary && document.activeElement === document.body) summary.focus();
  };
  const labels = Object.fromEntries(field ? (form.choices[field.choices] || []).map(([word, texts]) => [word, text(texts)]) : []);
  const fits = found.filter(([, weak]) => !weak).length;
  const cited = state.cited[place];
  const summary = `${form.document.name}${state.language === "fr" ? " :" : ":"} ${fits ? say("passages", { count: fits }) : say("passages_weak")}`;
  return folding(`passages ${place}`, summary, () => [
    cited ? make("p", { class: "cited" }, say("now_answer", { source: `${cited.document}, ${whereOf(cited.page)}` })) : "",
    ...found.map(([number, weak, offers]) => {
      const [where, words] = form.document.passages[number];
      const take = (value) => done(() => does.take({ ...about(), page: where, note: words, none: null, why: null }, value));
      const values = (field && field.type === "yes_no" && !field.list ? ["true", "false"] : offers).map((offer) => {
        const value = ["yes_no", "integer", "number"].includes(field.type) ? JSON.parse(offer) : offer;
        const label = value === true ? say("yes") : value === false ? say("no") : labels[offer] || offer;
        return make("button", { type: "button", class: "quiet", onclick: take(value) }, say("take_value", { value: label }));
      });
      return make("blockquote", { class: weak ? "weak" : "" },
        make("p", { class: "faint" }, whereOf(where), weak ? ` · ${say("weak")}` : ""), make("p", { lang: form.document.language }, words),
        does.take ? make("div", { class: "choices" }, field ? values : [],
          make("button", { type: "button", class: "quiet take", onclick: take() }, field ? say("take_passage") : say("take_one"))) : "");
    }),
    does.inVain ? make("button", { type: "button", class: "quiet in-vain",
      onclick: done(() => { delete state.cited[place]; does.inVain({ ...about(), note: form.document.not_found, none: true, why: null, complete: null, size: null, read: null, page: null }); }) },
    say("searched_not_found")) : "",
  ], { class: "passages", "data-of": place });
}

const FEW = 7;

function controlOf(item, field, place, id, change) {
  const value = item[field.name];
  const choices = field.type === "reference" ? itemsOf(field.entity) : (form.choices[field.choices] || []).map(([word, texts]) => [word, text(texts)]);
  if (field.type === "yes_no") {
    return { isGroup: true, control: radios(id, [["yes", say("yes")], ["no", say("no")]], value === true || value === "yes" ? "yes" : value === false || value === "no" ? "no" : "",
      (chosen) => change(chosen === "yes" ? true : chosen === "no" ? false : undefined)) };
  }
  if (["enumeration", "country", "reference"].includes(field.type)) {
    if (field.list && choices.length <= 60) return { isGroup: true, control: checkboxes(choices, Array.isArray(value) ? value : [], (chosen) => change(chosen.length ? chosen : undefined)) };
    if (field.list) return { control: lines(id, field, value, change, choices) };
    if (choices.length <= FEW && field.type === "enumeration") return { isGroup: true, control: radios(id, choices, value || "", (chosen) => change(chosen || undefined)) };
    const options = choices.some(([word]) => word === value) || value === undefined || value === null ? choices : [[value, value], ...choices];
    return { control: make("select", { id, onchange: (event) => change(event.target.value || undefined) },
      make("option", { value: "" }, "—"),
      options.map(([word, label]) => make("option", { value: word, selected: word === value }, label || word))) };
  }
  if (field.type === "duration" && !field.list) return { isGroup: true, control: duration(id, value, change) };
  if (field.list) return { control: lines(id, field, value, change) };
  const long = field.type === "text" && typeof value === "string" && value.length > 60;
  const typed = state.wrong[place] ? state.wrong[place].typed : shown(value);
  return { control: make(long ? "textarea" : "input", {
    id, type: long ? undefined : "text", value: typed, autocomplete: "off", "aria-describedby": `${id}-wrong`,
    inputmode: ["integer", "number", "percent"].includes(field.type) ? "decimal" : undefined,
    placeholder: { date: "2026-01-15", moment: "2026-01-15 08:30", percent: "30%" }[field.type],
    onchange: (event) => {
      const found = read(field, event.target.value);
      change(found.value, found.wrong, event.target.value);
      event.target.setAttribute("aria-invalid", String(Boolean(found.wrong)));
      if (!found.wrong) event.target.value = shown(found.value);
    },
  }, long ? typed : "") };
}

/** Round buttons; the chosen one can be taken back. */
function radios(id, choices, chosen, change) {
  const box = make("div", { class: "choices" });
  const clear = make("button", { type: "button", class: "quiet", hidden: !chosen, onclick: () => {
    for (const input of box.querySelectorAll("input")) input.checked = false;
    clear.hidden = true;
    change("");
  } }, say("clear"));
  box.append(...choices.map(([word, label]) => make("label", {},
    make("input", { type: "radio", name: id, value: word, checked: word === chosen, onchange: () => { clear.hidden = false; change(word); } }), ` ${label || word}`)), clear);
  return box;
}

function checkboxes(choices, chosen, change) {
  const all = [...choices, ...chosen.filter((word) => !choices.some(([one]) => one === word)).map((word) => [word, word])];
  if (!all.length) return make("p", { class: "faint" }, say("nothing_to_choose"));
  const box = make("div", { class: "choices" });
  box.append(...all.map(([word, label]) => make("label", {},
    make("input", { type: "checkbox", value: word, checked: chosen.includes(word),
      onchange: () => change([...box.querySelectorAll("input:checked")].map((input) => input.value)) }), ` ${label || word}`)));
  return box;
}

/** A list of plain values, one on each line. */
function lines(id, field, value, change, choices = []) {
  const labels = Object.fromEntries(choices);
  return make("textarea", { id, rows: 3, "aria-describedby": `${id}-wrong`, placeholder: say("one_a_line"),
    onchange: (event) => {
      const values = [];
      for (const line of event.target.value.split("\n").map((one) => one.trim()).filter(Boolean)) {
        const choice = choices.find(([word, label]) => word === line || label.toLowerCase() === line.toLowerCase());
        const found = choices.length ? (choice ? { value: choice[0] } : { wrong: say("wrong_choice", { typed: line }) }) : read({ ...field, list: false }, line);
        if (found.wrong) return change(undefined, found.wrong, event.target.value);
        values.push(found.value);
      }
      return change(values.length ? values : undefined);
    } }, Array.isArray(value) ? value.map((one) => labels[one] || shown(one)).join("\n") : "");
}

const UNITS = ["days", "weeks", "months", "years", "hours", "minutes"];

function duration(id, value, change) {
  const [, count = "", unit = "months"] = String(value ?? "").match(/^(\d+) (\w+?)s?$/) || [];
  const isOther = value !== undefined && value !== null && !count;
  if (isOther) return make("p", {}, shown(value), " ", make("button", { type: "button", class: "quiet", onclick: () => change(undefined) }, say("clear")));
  const number = make("input", { id, type: "text", inputmode: "numeric", class: "short", value: count, "aria-label": say("how_long") });
  const select = make("select", { "aria-label": say("unit_of_time") },
    UNITS.map((one) => make("option", { value: one, selected: one === unit || one === `${unit}s` }, say(`unit_${one}`))));
  const changed = () => {
    const typed = number.value.trim();
    if (!typed) return change(undefined);
    if (!/^\d{1,6}$/.test(typed)) return change(undefined, say("wrong_integer"), typed);
    return change(`${+typed} ${+typed === 1 ? select.value.slice(0, -1) : select.value}`);
  };
  number.addEventListener("change", changed);
  select.addEventListener("change", changed);
  return make("div", { class: "together" }, number, select);
}

/** Where the answer stands, or why there is none; folded, since most answers need neither. */
function sourceOf(item, field, place, silent, draw) {
  const known = evidenceAt(place);
  const input = (word, label, long) => {
    const id = freshId();
    return make("div", {}, make("label", { for: id }, label),
      make(long ? "textarea" : "input", { id, type: long ? undefined : "text", rows: long ? 2 : undefined, value: known[word] || "", onchange: (event) => know(place, { [word]: event.target.value.trim() }) }, long ? known[word] || "" : ""));
  };
  const id = freshId();
  const reasons = field.list && field.type === "entity" ? [] : ["none", "not_known", "not_stated", "withheld", "claimed_not_applicable"];
  const why = reasons.length ? make("div", {}, make("label", { for: id }, say("no_answer_because")),
    make("select", { id, onchange: (event) => {
      const chosen = event.target.value;
      if (chosen) { delete item[field.name]; delete state.wrong[place]; }
      know(place, { none: chosen === "none" ? true : null, why: chosen && chosen !== "none" ? chosen : null, ...(chosen ? { complete: null, size: null, read: null } : {}) });
      draw();
    } }, make("option", { value: "" }, "—"), reasons.map((word) => make("option", { value: word, selected: word === silent }, say(`why_${word}`))))) : "";
  const has = silent || known.document || known.page || known.note;
  const summary = silent ? say(`why_${silent}`) : known.document ? [known.document, known.page].filter(Boolean).join(", ") : say("source_or_why");
  return make("details", { class: has ? "source has" : "source" }, make("summary", {}, summary),
    make("div", { class: "sources" }, why, input("document", say("document")), input("page", say("page")), input("note", say("note"), true)));
}

/** "Is this list complete?", with how many there are in all where not all are given. */
function completeness(item, field, place, draw) {
  const known = evidenceAt(place);
  const given = Array.isArray(item[field.name]) && item[field.name].length > 0;
  const now = known.complete ? "complete" : known.size !== undefined ? "size" : known.none || (Array.isArray(item[field.name]) && !given) ? "none" : known.why ? "not_known" : "";
  const unsaid = given && howRead(place) !== "part" ? say("list_as_given") : "—";
  const choices = [["", unsaid], ...(given ? [["complete", say("list_complete")], ["more", say("list_more")]] : [["none", say("list_none")]]),
    ["size", say("list_size")], ["not_known", say("why_not_known")]];
  const id = freshId();
  const chosen = now || (given && known.read === "part" && state.open[`more ${place}`] ? "more" : "");
  const size = make("input", { type: "text", inputmode: "numeric", class: "short", hidden: chosen !== "size", "aria-label": say("list_size"), value: shown(known.size),
    onchange: (event) => {
      const found = read({ type: "integer" }, event.target.value);
      know(place, { size: found.wrong || found.value === undefined ? null : found.value });
    } });
  const select = make("select", { id, onchange: (event) => {
    const word = event.target.value;
    state.open[`more ${place}`] = word === "more";
    if (word === "none") delete item[field.name];
    know(place, { complete: word === "complete" ? true : null, none: word === "none" ? true : null, why: word === "not_known" ? "not_known" : null,
      size: word === "size" ? known.size ?? null : null, read: word === "complete" || word === "none" ? null : given ? "part" : null });
    size.hidden = word !== "size";
    if (word === "size") size.focus(); else draw();
  } }, choices.map(([word, label]) => make("option", { value: word, selected: word === chosen }, label)));
  return make("div", { class: "complete" }, make("label", { for: id }, say("list_question")), select, size);
}

// --- items and lists ----------------------------------------------------------------------------------------

/** The fields of an item, its lists of items below them. */
function itemFields(item, entityName, place, inside = []) {
  const entity = form.entities[entityName];
  return entity.fields
    .filter((field) => !(entity.key.includes(field.name) && field.type === "text"))
    .map((field) => {
      if (field.type !== "entity") return fieldBox(item, field, below(place, field.name));
      if (inside.includes(field.entity)) return "";
      const nested = folding(`nested ${below(place, field.name)}`, text(field.question) || text(field.label), () => entityField(item, field, below(place, field.name), [...inside, field.entity]), { class: "nested" });
      return nested;
    });
}

function entityField(item, field, place, inside) {
  if (field.list) return [listBox(item, field, place, inside)];
  const own = item[field.name];
  if (isObject(own)) return [...itemFields(own, field.entity, place, inside),
    make("button", { type: "button", class: "quiet", onclick: (event) => { const box = event.target.closest("details"); setValue(item, field, place, undefined); movePlaces({ [place]: null }); box.redraw(); } }, say("remove"))];
  return [make("button", { type: "button", onclick: (event) => { const box = event.target.closest("details"); setValue(item, field, place, {}); box.redraw(); } }, say("there_is_one")),
    sourceOf(item, field, place, evidenceAt(place).none ? "none" : evidenceAt(place).why || "", () => {})];
}

function listBox(item, field, place, inside = []) {
  const entity = form.entities[field.entity];
  const box = make("div", { class: "list", "data-place": place });
  const rowsOf = () => (Array.isArray(item[field.name]) ? item[field.name] : []);
  const add = (given, known) => {
    const rows = [...rowsOf(), newRow(entity, rowsOf(), given)];
    setValue(item, field, place, rows);
    if (known) know(placeOfRow(entity, place, rows, rows.length - 1), known);
    state.open[`row ${placeOfRow(entity, place, rows, rows.length - 1)}`] = true;
    draw();
    const row = box.querySelectorAll(":scope > .rows > details");
    const first = row[row.length - 1].querySelector("input, select, textarea");
    if (first) first.focus();
  };
  const draw = () => {
    const rows = rowsOf();
    box.replaceChildren(
      make("div", { class: "rows" }, rows.map((row, position) => {
        const rowPlace = placeOfRow(entity, place, rows, position);
        const title = make("span", {}, rowTitle(entity, row, position));
        const details = folding(`row ${rowPlace}`, title, () => [
          ...(isObject(row) ? itemFields : () => [])(row, field.entity, rowPlace, [...inside, field.entity]),
          sourceOf({}, { list: true, type: "entity" }, rowPlace, "", () => {}),
          make("button", { type: "button", class: "quiet danger", onclick: () => {
            removeRow(entity, place, rows, position);
            setValue(item, field, place, rows.length ? rows : undefined);
            draw();
            box.querySelector("button.add").focus();
          } }, say("remove_this")),
        ], { class: "row" });
        details.addEventListener("change", () => {
          title.textContent = rowTitle(entity, row, position);
          const now = placeOfRow(entity, place, rows, position);
          if (now === rowPlace) return;
          movePlaces({ [rowPlace]: now });  // its key changed: what is known of it follows
          state.open[`row ${now}`] = true;
          draw();
          box.querySelectorAll(":scope > .rows > details")[position].querySelector("summary").focus();
        });
        return details;
      })),
      make("button", { type: "button", class: "add", onclick: () => add() }, say("add", { what: text(entity.label) })),
      completeness(item, field, place, draw),
      passagesAt(place, null, {
        take: (known) => add({}, known),
        inVain: rows.length ? null : (known) => { delete item[field.name]; know(place, known); },
      }, draw),
      slicesOf(place, rows, add, draw),
    );
    count(box);
  };
  draw();
  return box;
}

/** A name, a choice, or "Procedure 3". */
const rowTitle = (entity, row, position) => {
  const name = nameOf(entity, row);
  return !name || /^\d+$/.test(name) ? `${text(entity.label)} ${name || position + 1}` : name;
};

/** What the rules ask about in particular: is there one of this kind? */
function slicesOf(place, rows, add, draw) {
  const slices = form.slices.filter((slice) => slice.list === place);
  if (!slices.length) return "";
  const lies = (row, given) => isObject(row) && Object.entries(given).every(([name, value]) => (Array.isArray(row[name]) ? row[name].some((one) => [value].flat().includes(one)) : row[name] === value));
  return make("fieldset", { class: "slices" }, make("legend", {}, say("in_particular")), slices.map((slice) => {
    const known = evidenceAt(slice.place);
    const id = freshId();
    const chosen = rows.some((row) => lies(row, slice.element)) ? "yes" : known.none ? "no" : known.why ? "not_known" : "";
    const box = make("div", { class: "slice", "data-place": slice.place });
    box.append(make("label", { for: id }, text(slice.labels)),
      make("select", { id, onchange: (event) => {
        const word = event.target.value;
        know(slice.place, { none: word === "no" ? true : null, why: word === "not_known" ? "not_known" : null });
        if (word === "yes" && chosen !== "yes") add(JSON.parse(JSON.stringify(slice.element))); else draw();
      } }, [["", "—"], ["yes", say("there_is")], ...(chosen === "yes" ? [] : [["no", say("why_none")], ["not_known", say("why_not_known")]])]
        .map(([word, label]) => make("option", { value: word, selected: word === chosen }, label))),
    passagesAt(slice.place, null, {
      take: (found) => { if (known.none || known.why) know(slice.place, { none: null, why: null }); add(JSON.parse(JSON.stringify(slice.element)), found); },
      inVain: chosen === "yes" ? null : (found) => know(slice.place, found),
    }, draw));
    return box;
  }));
}

// --- judgements ---------------------------------------------------------------------------------------------

function judgements() {
  const same = (one, asked) => isObject(one) && one.requirement === asked.requirement && (one.part || "") === asked.part && (one.subject || "") === asked.subject;
  return form.judged.map((asked) => {
    const all = () => (Array.isArray(state.plan.judgements) ? state.plan.judgements : []);
    const now = all().find((one) => same(one, asked));
    const answer = now ? (now.answer === true || now.answer === "yes" ? "yes" : "no") : "";
    const box = make("div", { class: "field", "data-place": asked.place });
    box.append(make("fieldset", {}, make("legend", {}, text(asked.question)),
      radios(freshId(), [["yes", say("yes")], ["no", say("no")]], answer, (chosen) => {
        const rest = all().filter((one) => !same(one, asked));
        const about = Object.fromEntries(Object.entries({ requirement: asked.requirement, part: asked.part, subject: asked.subject }).filter(([, value]) => value));
        if (chosen) rest.push({ ...about, answer: chosen === "yes", ...(state.who ? { who: state.who } : {}), on: new Date().toISOString().slice(0, 10) });
        if (rest.length) state.plan.judgements = rest; else delete state.plan.judgements;
        keep();
      })), passagesAt(asked.place, null, {}, () => {}));
    return box;
  });
}

// --- the page -----------------------------------------------------------------------------------------------

function sections() {
  const root = form.entities[form.root];
  const plain = root.fields.filter((field) => field.type !== "entity");
  return [
    { key: "plan", title: say("the_plan"), count: () => plain.filter((field) => isAnswered(state.plan, field, field.name)).length, of: plain.length,
      draw: () => plain.map((field) => fieldBox(state.plan, field, field.name)) },
    ...root.fields.filter((field) => field.type === "entity").map((field) => ({
      key: field.name, title: named(field), heading: text(field.question) || named(field),
      count: () => (Array.isArray(state.plan[field.name]) ? state.plan[field.name].length : isAnswered(state.plan, field, field.name) ? 1 : 0),
      draw: () => entityField(state.plan, field, field.name, [field.entity]),
    })),
    ...(form.judged.length ? [{ key: "judgements", title: say("judgements"), count: () => (Array.isArray(state.plan.judgements) ? state.plan.judgements.length : 0), of: form.judged.length, draw: judgements }] : []),
  ];
}

/** What a list is called: its label, or what one of it is, where the vocabulary gives it none of its own. */
const named = (field) => (text(field.label) === field.name.replaceAll("_", " ") ? text(form.entities[field.entity].label) : text(field.label));

function isAnswered(item, field, place) {
  const value = item[field.name];
  return (value !== undefined && value !== null) || Boolean(evidenceAt(place).none || evidenceAt(place).why);
}

let counters = [];
function count() {
  for (const counter of counters) counter();
}

function draw() {
  counters = [];
  document.documentElement.lang = state.language;
  document.title = `${text(form.ruleset.title)} · ${say("form")}`;
  const all = sections();
  const boxes = all.map((section) => {
    const number = make("span", { class: "count" });
    counters.push(() => { number.textContent = section.of ? `${section.count()} / ${section.of}` : section.count() ? String(section.count()) : ""; });
    const heading = make("span", { class: "heading", role: "heading", "aria-level": "2" }, section.heading || section.title);
    return folding(`section ${section.key}`, make("span", { class: "line" }, heading, number), section.draw, { class: "section", id: `section-${section.key}` });
  });
  const go = (key) => {
    const box = document.getElementById(`section-${key}`);
    box.open = true;
    box.scrollIntoView({ block: "start" });
    box.querySelector("summary").focus({ preventScroll: true });
  };
  const first = form.first.length ? make("section", { class: "first" }, make("h2", {}, say("ask_first")), make("p", { class: "faint" }, say("ask_first_about")),
    make("ol", {}, form.first.map((asked) => make("li", {}, make("button", { type: "button", class: "link", onclick: () => go(asked.section) }, text(asked.question)))))) : "";
  const reading = form.document ? make("section", { class: "first reading" }, make("h2", {}, say("reading", { file: form.document.name })), make("p", { class: "faint" }, say("reading_about")),
    make("label", { for: "who" }, say("who")), make("input", { type: "text", id: "who", value: state.who, autocomplete: "name", onchange: (event) => { state.who = event.target.value.trim(); keep(); } })) : "";
  const language = make("select", { "aria-label": say("language"), id: "language", onchange: (event) => { state.language = event.target.value; keep(); draw(); document.getElementById("language").focus(); } },
    [["en", "English"], ["es", "Español"], ["pt", "Português"], ["fr", "Français"]].map(([tag, label]) => make("option", { value: tag, lang: tag, selected: tag === state.language }, label)));
  const file = make("input", { type: "file", accept: ".json,application/json", id: "load", class: "hidden", onchange: (event) => load(event.target) });
  document.body.replaceChildren(
    make("a", { href: "#content", class: "skip" }, say("to_the_questions")),
    make("header", {},
      make("div", { class: "title" }, make("h1", {}, text(form.ruleset.title)), make("p", { class: "faint" }, `${form.ruleset.name} ${form.ruleset.version}`)),
      make("div", { class: "tools" }, language,
        make("button", { type: "button", class: "primary", id: "save", onclick: save }, say("save")),
        make("label", { for: "load", class: "button" }, say("load")), file,
        make("button", { type: "button", class: "quiet", id: "clear", onclick: () => { if (confirm(say("clear_all_sure"))) { reset({}); draw(); } } }, say("clear_all")))),
    make("p", { class: "status", id: "status", role: "status" }),
    make("div", { class: "columns" },
      make("nav", { "aria-label": say("sections") }, make("ul", {}, all.map((section) => make("li", {}, make("a", { href: `#section-${section.key}`, onclick: (event) => { event.preventDefault(); go(section.key); } }, section.title))))),
      make("main", { id: "content", tabindex: "-1" }, make("p", { class: "faint" }, say("about_form")), reading, first, ...boxes)));
  count();
}

function tell(sentence) {
  document.getElementById("status").textContent = sentence;
}

// --- keeping, saving, loading -------------------------------------------------------------------------------

function keep() {
  count();
  try { localStorage.setItem(STORE, JSON.stringify(state)); } catch { /* private windows and file pages may not allow it */ }
}

function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) || "null");
    // A form that was made with a plan begins with that plan, unless the reader has gone on with it.
    if (kept && kept.plan && (kept.made || "") === form.made) Object.assign(state, kept);
  } catch { /* nothing kept */ }
  state.made = form.made;
}

function reset(plan) {
  Object.assign(state, { plan, wrong: {}, open: {}, cited: {} });
  keep();
}

const fileName = () => {
  const name = typeof state.plan.title === "string" ? state.plan.title.normalize("NFD").replace(/[^\w]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase() : "";
  return `${name.slice(0, 60) || "plan"}.json`;
};

function save() {
  const wrong = Object.keys(state.wrong).length;
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(state.plan, null, 2)}\n`], { type: "application/json" }));
  const link = make("a", { href: url, download: fileName() });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  tell(say("saved_as", { file: fileName() }) + (wrong ? ` ${say("wrong_left_out", { count: wrong })}` : ""));
}

async function load(input) {
  const [file] = input.files;
  if (!file) return;
  let plan;
  try { plan = JSON.parse(await file.text()); } catch { plan = null; }
  if (!isObject(plan)) {
    tell(say("not_a_plan", { file: file.name }));
  } else {
    reset(plan);
    draw();
    tell(say("loaded", { file: file.name }));
  }
}

restore();
draw();
