// The desk's page. All words of a report, of the data and of errors go in as text, never as HTML.
const $ = (id) => document.getElementById(id);
const token = location.hash.slice(1);
const state = { lang: navigator.language.startsWith("zh") ? "zh" : "en", sheet: null, at: 0, quote: null };
let words = {};

const say = (key, values = {}) =>
  (words[state.lang].say[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const term = (list, member) => (member ? words[state.lang].terms[list][member] ?? member : "");
const named = (name) => name[state.lang] ?? name.zh;

function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

async function ask(path, body) {
  const answer = await fetch(`/api/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "X-Tally-Token": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => null);
  if (!answer) throw new Error(say("lost"));
  if (answer.status === 403) throw new Error(say("token"));
  const told = await answer.json();
  if (told.error) throw new Error(told.error);
  return told;
}

function tell(text, wrong = false) {
  $("told").textContent = text;
  $("told").classList.toggle("wrong", wrong);
}

// --- what lies on the desk -----------------------------------------------------------------------

const current = () => state.sheet.items[state.at];

function order() {
  const places = state.sheet.items.map((_, place) => place);
  if ($("order").value === "text") return places;
  const sure = (place) => state.sheet.items[place].claim?.confidence ?? 0;
  return places.sort((one, other) => sure(one) - sure(other) || one - other);
}

function subject(item) {
  const known = state.sheet.vocabulary.indicators.find((one) => one.id === item.claim?.indicator);
  return known ? named(known.name) : item.claim?.name || say("unread");
}

function amount(claim) {
  const high = claim.value_high === null ? "" : `–${claim.value_high}`;
  const sign = claim.direction === "down" ? "↓ " : "";
  return `${sign}${claim.value}${high} ${claim.unit}`.trim();
}

function show(sheet) {
  const shape = JSON.stringify([sheet.dataset, sheet.source, sheet.items.map((item) => item.start)]);
  state.sheet = sheet;
  if (shape !== state.shape) showText();
  state.shape = shape;
  showStates();
  const told = { reviewed: sheet.reviewed, total: sheet.total };
  $("title").textContent = document.title = `${say("title")} · ${named(sheet.title)}`;
  const done = sheet.review === "complete" ? ` · ${say("complete")}` : "";
  $("progress").firstElementChild.textContent = say("progress", told) + done;
  $("progress").lastElementChild.value = sheet.total ? sheet.reviewed / sheet.total : 1;
  showCurrent();
}

function showText() {
  const { text, items } = state.sheet;
  let next = 0, from = 0;
  $("text").replaceChildren(...text.split("\n").map((line) => {
    const paragraph = make("p");
    const end = from + line.length;
    let at = from;
    for (; next < items.length && items[next].start < end; next++) {
      const { start, end: last } = items[next];
      paragraph.append(text.slice(at, start), numberMark(next, text.slice(start, last)));
      at = last;
    }
    paragraph.append(text.slice(at, end));
    paragraph.dataset.start = from;
    from = end + 1;
    return paragraph;
  }));
}

function numberMark(place, number) {
  const made = make("mark", { textContent: number });
  made.dataset.place = place;
  made.addEventListener("click", () => go(place));
  return made;
}

function showStates() {
  for (const made of $("text").querySelectorAll("mark")) {
    made.dataset.state = state.sheet.items[made.dataset.place].state;
  }
  $("numbers").replaceChildren(...order().map((place) => {
    const item = state.sheet.items[place];
    const line = make("button", { type: "button" },
      make("span", { textContent: state.sheet.text.slice(item.start, item.end) }),
      make("span", { className: "name", textContent: subject(item), lang: item.claim?.indicator ? state.lang : "zh" }),
      make("span", { className: "state", textContent: say(`state_${item.state}`) }));
    line.dataset.place = place;
    line.addEventListener("click", () => go(place));
    return make("li", {}, line);
  }));
}

function go(place) {
  if (place === undefined || !(place in state.sheet.items)) return;
  state.at = place;
  state.quote = null;
  showCurrent();
}

function showCurrent() {
  const item = current();
  for (const made of document.querySelectorAll(".now")) made.classList.remove("now");
  for (const made of $("numbers").querySelectorAll("[aria-current]")) made.removeAttribute("aria-current");
  if (!item) return $("current").replaceChildren(say("none"));
  const made = $("text").querySelector(`mark[data-place="${state.at}"]`);
  made?.classList.add("now");
  made?.parentElement.classList.add("now");
  made?.scrollIntoView({ block: "center" });
  const line = $("numbers").querySelector(`[data-place="${state.at}"]`);
  line.setAttribute("aria-current", "true");
  line.scrollIntoView({ block: "nearest" });
  $("current").replaceChildren(...card(item));
}

function card(item) {
  const { claim } = item;
  const rows = claim ? ["period", "kind", "measure", "comparator", "status", "basis", "strength"] : [];
  const said = rows.filter((name) => claim[name]).flatMap((name) => [
    make("dt", { textContent: say(`field_${name}`) }),
    make("dd", { textContent: name === "period" ? claim[name] : term(name, claim[name]) }),
  ]);
  const { text } = state.sheet;
  const [start, end] = state.quote ?? item.quote ?? around(item, text);
  return [
    make("p", { className: "value", textContent: claim ? amount(claim) : text.slice(item.start, item.end) }),
    make("strong", { textContent: subject(item), lang: claim?.indicator ? state.lang : "zh" }),
    claim ? make("span", { textContent: ` · ${say("certain", { n: Math.round(claim.confidence * 100) })}` }) : "",
    make("dl", {}, ...said),
    make("span", { textContent: say(state.quote ? "words" : "sentence") }),
    make("blockquote", { lang: "zh" }, text.slice(start, Math.max(start, item.start)),
      make("b", { textContent: text.slice(Math.max(start, item.start), Math.min(end, item.end)) }), text.slice(Math.min(end, item.end), end)),
    item.entry ? make("p", { textContent: say("where", { place: item.entry }) }) : "",
    make("div", { className: "acts" }, ...["Enter", "e", "x", "o"].map((key) => {
      const act = make("button", { type: "button" }, `${say(`key_${KEYS[key][0]}`)} `, make("kbd", { textContent: key }));
      act.addEventListener("click", () => KEYS[key][1]());
      return act;
    })),
  ];
}

// --- decisions -----------------------------------------------------------------------------------

// Decisions are written one after the other; meanwhile the page goes on to the next number.
let last = Promise.resolve();

function decide(decision) {
  const sheet = state.sheet, place = state.at;
  const wanted = decision ? toPoints(decision) : {};
  const path = `${decision ? "decide" : "undo"}/${sheet.dataset}/${sheet.source}`;
  const done = last.then(async () => {
    try {
      const told = toUnits(await ask(path, wanted));
      const here = state.sheet.items[state.at]?.start;
      state.sheet = told;
      const at = told.items.findIndex((item) => item.start === here);
      state.at = Math.max(0, at);
      show(told);
      tell(decision ? say("saved", told) : say("undone"));
      return true;
    } catch (error) {
      go(place);
      tell(error.message, true);
      return false;
    }
  });
  last = done;
  return done;
}

const accept = (numbers, more = {}) =>
  decide({ type: "accept", numbers, ...(state.quote ? { quote: state.quote } : {}), ...more });

// What is decided by a key alone goes on at once; an error comes back to its number.
function goOn(decided) {
  step(1);
  nextOpen();
  return decided;
}

const unsettled = (item) => item.state === "open" || item.state === "extracted";

// The sentence of a number in which the machine reads nothing.
function around(item, text) {
  const marks = /[。；\n]/g;
  const before = Math.max(...["。", "；", "\n"].map((mark) => text.lastIndexOf(mark, item.start - 1))) + 1;
  marks.lastIndex = item.end;
  return [item.start ? before : 0, marks.exec(text)?.index ?? text.length];
}

function sentence() {
  const own = current();
  const [start, end] = own.quote ?? around(own, state.sheet.text);
  const within = state.sheet.items.filter((item) => item.start >= start && item.end <= end && unsettled(item));
  const known = within.filter((item) => item === own || item.claim?.indicator);
  const decided = accept(known.map((item) => item.start));
  go(state.sheet.items.indexOf(within.at(-1) ?? own));
  goOn(decided);
}

function step(by) {
  const places = order();
  go(places[places.indexOf(state.at) + by]);
}

function nextOpen() {
  const places = order();
  const here = places.indexOf(state.at);
  const ahead = [...places.slice(here), ...places.slice(0, here)];
  const next = ahead.find((place) => unsettled(state.sheet.items[place]));
  if (next === undefined) tell(say("none"));
  else go(next);
}

function selected() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
  return start === null || end === null || start >= end ? null : [start, end];
}

function offset(node, within) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#text p");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, within);
  return Number(paragraph.dataset.start) + before.toString().length;
}

// JavaScript counts in UTF-16, the report in code points: places are brought from the one to the other as they come and go.
function toUnits(sheet) {
  const units = [0];
  for (const one of sheet.text) units.push(units.at(-1) + one.length);
  state.points = new Map(units.map((unit, point) => [unit, point]));
  for (const item of sheet.items) {
    item.start = units[item.start];
    item.end = units[item.end];
    if (item.quote) item.quote = item.quote.map((at) => units[at]);
  }
  return sheet;
}

function toPoints(decision) {
  const point = (at) => state.points.get(at) ?? at;
  const places = {};
  for (const name of ["numbers", "quote"]) if (decision[name]) places[name] = decision[name].map(point);
  if ("number" in decision) places.number = point(decision.number);
  return { ...decision, ...places };
}

// --- forms ---------------------------------------------------------------------------------------

function form(title, fields, write) {
  const inputs = Object.fromEntries(fields.map((field) => [field.name, input(field)]));
  const ok = make("button", { type: "submit", textContent: say("ok") });
  const cancel = make("button", { type: "button", textContent: say("cancel") });
  cancel.addEventListener("click", () => $("form").close());
  const labels = fields.map((field) => make("label", {}, make("span", { textContent: field.label ?? say(`field_${field.name}`) }), ...inputs[field.name].parts));
  const wrong = make("p", { role: "alert" });
  const made = make("form", {}, make("h2", { textContent: title, id: "form-title" }), ...labels, wrong, make("div", { className: "acts" }, ok, cancel));
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    const told = Object.fromEntries(fields.map((field) => [field.name, inputs[field.name].value()]));
    if (!(await write(told))) return void (wrong.textContent = $("told").textContent);
    $("form").close();
    nextOpen();
  });
  // In a list a key chooses: Enter writes, and the key of a reason writes it.
  made.addEventListener("keydown", (event) => {
    if (!event.target.matches("select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const keyed = event.target.name === "reason" ? REASON_KEYS.indexOf(event.key) : -1;
    if (keyed >= 0 && keyed < event.target.length) event.target.selectedIndex = keyed;
    else if (event.key !== "Enter") return;
    event.preventDefault();
    made.requestSubmit();
  });
  $("form").setAttribute("aria-labelledby", "form-title");
  $("form").replaceChildren(made);
  $("form").showModal();
}

function input(field) {
  if (field.options) {
    const made = make("select", { name: field.name }, ...field.options.map(([value, label]) => new Option(label, value, false, value === (field.value ?? ""))));
    return { parts: [made], value: () => made.value };
  }
  if (field.search) return search(field);
  const made = make(field.long ? "textarea" : "input", { value: field.value ?? "", lang: field.lang ?? "", spellcheck: false });
  return { parts: [made], value: () => made.value.trim() };
}

function search(field) {
  const list = make("ul", { role: "listbox", id: `list-${field.name}` });
  const made = make("input", { value: field.value ?? "", role: "combobox", autocomplete: "off", spellcheck: false });
  made.setAttribute("aria-controls", list.id);
  made.setAttribute("aria-expanded", "true");
  let found = [], at = -1;
  const choose = (place) => {
    if (!found[place]) return;
    made.value = found[place].id;
    list.replaceChildren();
    found = [];
    at = -1;
  };
  const mark = () => [...list.children].forEach((line, place) => line.setAttribute("aria-selected", String(place === at)));
  const refresh = (query) => {
    found = nearest(query);
    at = -1;
    list.replaceChildren(...found.map((one, place) => {
      const line = make("li", { role: "option", id: `${list.id}-${place}`, textContent: `${named(one.name)} · ${one.id}` });
      line.addEventListener("mousedown", (event) => { event.preventDefault(); choose(place); });
      return line;
    }));
    mark();
  };
  made.addEventListener("input", () => refresh(made.value));
  made.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && found.length) {
      at = (at + by + found.length) % found.length;
      made.setAttribute("aria-activedescendant", `${list.id}-${at}`);
      mark();
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0) {
      choose(at);
      event.preventDefault();
    }
  });
  refresh(field.value ? "" : field.near ?? "");
  return { parts: [made, list], value: () => made.value.trim() };
}

const pairs = (text) => new Set([...text].map((one, place, all) => one + (all[place + 1] ?? "")));

// The indicators whose name, alias or id is most like the words: those that hold them, then by shared pairs of characters.
function nearest(query) {
  const asked = query.trim().toLowerCase();
  if (!asked) return [];
  const own = pairs(asked);
  const score = (words) => {
    const said = words.toLowerCase();
    const shared = [...pairs(said)].filter((pair) => own.has(pair)).length;
    return (said === asked ? 4 : said.includes(asked) ? 2 : asked.includes(said) ? 1 : 0) + (2 * shared) / (own.size + said.length);
  };
  const scored = state.sheet.vocabulary.indicators.map((one) => [Math.max(...[one.id, one.name.zh, one.name.en, ...one.aliases].map(score)), one]);
  return scored.filter(([how]) => how > 0.35).sort((one, other) => other[0] - one[0]).slice(0, 8).map(([, one]) => one);
}

const members = (list, empty) => [...(empty ? [["", "–"]] : []), ...Object.entries(words[state.lang].terms[list])];
const themes = () => state.sheet.vocabulary.themes.map((one) => [one.id, named(one.name)]);
const targets = () => ["kind", "measure", "comparator"].map((name) => ({ name, options: members(name) }));

function correct() {
  const item = current();
  const claim = item.claim ?? { value: "", unit: "", measure: "level", comparator: "eq", kind: "actual" };
  const fields = [
    { name: "indicator", search: true, value: claim.indicator, near: claim.name },
    { name: "period", value: claim.period },
    ...targets().map((field) => ({ ...field, value: claim[field.name] })),
    { name: "value", value: claim.value },
    { name: "value_high", value: claim.value_high },
    { name: "unit", value: claim.unit, lang: "zh" },
    ...["status", "direction", "basis"].map((name) => ({ name, options: members(name, true), value: claim[name] })),
    { name: "strength", options: members("strength"), value: claim.strength ?? "expected" },
    { name: "why_zh", lang: "zh" }, { name: "why_en" },
    { name: "quote", long: true, lang: "zh", value: state.sheet.text.slice(...(state.quote ?? [0, 0])) },
  ];
  form(say("key_correct"), fields, ({ why_zh, why_en, ...told }) => {
    const quote = told.quote ? find(told.quote, item) : null;
    if (told.quote && !quote) { tell(say("select_first"), true); return false; }
    const was = { ...claim, strength: claim.strength ?? "expected" };
    const changed = Object.entries(told).filter(([name, value]) => name !== "quote" && value !== (was[name] ?? ""));
    return accept([item.start], { corrected: Object.fromEntries(changed), ...(quote ? { quote } : {}), ...(why_zh ? { why: { zh: why_zh, en: why_en } } : {}) });
  });
}

function find(said, item) {
  for (let at = state.sheet.text.indexOf(said); at >= 0; at = state.sheet.text.indexOf(said, at + 1)) {
    if (at <= item.start && item.end <= at + said.length) return [at, at + said.length];
  }
  return null;
}

const REASON_KEYS = "123456789abcdefghi";

function leave() {
  const item = current();
  const reasons = members("reason").map(([value, label], place) => [value, `${REASON_KEYS[place]} ${label}`]);
  form(say("key_leave"), [{ name: "reason", label: say("reason"), options: reasons, value: reasons[0][0] }, { name: "note" }], (told) =>
    decide({ type: "leave-out", number: item.start, ...told, ...(state.quote ? { quote: state.quote } : {}) }));
}

function ownWords() {
  const item = current();
  form(say("key_own"), [
    { name: "zh", value: item.claim?.name, lang: "zh" }, { name: "en" },
    { name: "theme", options: themes(), value: themes()[0][0] }, { name: "id" },
    { name: "period", value: item.claim?.period },
  ], ({ period, ...own }) => accept([item.start], { own, corrected: { period } }));
}

function newIndicator() {
  const { vocabulary } = state.sheet;
  form(say("key_indicator"), [
    { name: "zh", value: current().claim?.name, lang: "zh" }, { name: "en" }, { name: "id" },
    { name: "definition_zh", lang: "zh" }, { name: "definition_en" },
    { name: "theme", options: themes(), value: themes()[0][0] },
    { name: "unit_family", options: vocabulary.families.map((one) => [one, one]), value: "count" },
    { name: "direction", label: say("field_better"), options: ["up", "down", "none"].map((one) => [one, say(`better_${one}`)]), value: "none" },
  ], (told) => decide({ type: "indicator", ...told }));
}

function fromSelection(title, fields, write) {
  const quote = selected();
  if (!quote) return tell(say("select_first"), true);
  const due = state.sheet.items.find((item) => item.claim?.kind === "target" && item.start >= quote[0])?.claim.period;
  form(title, fields(state.sheet.text.slice(...quote), due), (told) => decide({ quote, ...write(told) }));
}

const milestone = () => fromSelection(say("key_milestone"), (text, due) => [
  { name: "zh", value: text, lang: "zh" }, { name: "en" },
  { name: "theme", options: themes(), value: themes()[0][0] }, { name: "due", value: due },
], (told) => ({ type: "milestone", ...told }));

const relation = () => fromSelection(say("key_relation"), (text, due) => [
  { name: "indicator", search: true, near: text }, { name: "due", value: due },
  { name: "measure", options: members("measure"), value: "growth" },
  { name: "comparator", options: members("comparator"), value: "approx" },
  { name: "to", options: [...["previous", "assigned", "area"].map((one) => [one, say(`to_${one}`)]), ...state.sheet.vocabulary.indicators.map((one) => [one.id, named(one.name)])], value: "gdp" },
  { name: "area", options: [["", "–"], ...state.sheet.vocabulary.areas.map((one) => [one.id, named(one.name)])] },
], (told) => ({ type: "relation", ...told }));

// --- keys ----------------------------------------------------------------------------------------

const KEYS = {
  j: ["next", () => step(1)],
  k: ["back", () => step(-1)],
  n: ["open", () => { step(1); nextOpen(); }],
  Enter: ["accept", () => goOn(accept([current().start]))],
  a: ["sentence", sentence],
  e: ["correct", correct],
  x: ["leave", leave],
  o: ["own", ownWords],
  i: ["indicator", newIndicator],
  m: ["milestone", milestone],
  r: ["relation", relation],
  u: ["undo", () => decide(null)],
  s: ["order", () => { $("order").selectedIndex = 1 - $("order").selectedIndex; show(state.sheet); }],
  c: ["complete", () => decide({ type: "complete" })],
  "?": ["help", help],
};

function help() {
  const close = make("button", { type: "button", textContent: say("cancel"), autofocus: true });
  close.addEventListener("click", () => $("form").close());
  $("form").setAttribute("aria-labelledby", "form-title");
  $("form").replaceChildren(make("h2", { textContent: say("keys"), id: "form-title" }),
    make("dl", {}, ...Object.entries(KEYS).flatMap(([key, [name]]) => [make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: say(`key_${name}`) })])), close);
  $("form").showModal();
}

document.addEventListener("keydown", (event) => {
  const busy = $("form").open || event.target.matches("select, input, textarea") || event.ctrlKey || event.metaKey || event.altKey;
  const pressed = event.target.matches("button") && event.key === "Enter" && !event.target.closest("#numbers");
  if (busy || pressed || !state.sheet || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key][1]();
});
document.addEventListener("selectionchange", () => {
  if (!state.sheet || $("form").open) return;
  const chosen = selected(), item = current();
  if (!chosen || !item || chosen[0] > item.start || chosen[1] < item.end) return;
  state.quote = chosen;
  $("current").replaceChildren(...card(item));
});

function speak() {
  document.documentElement.lang = state.lang;
  for (const made of document.querySelectorAll("[data-say]")) made.textContent = say(made.dataset.say);
}

async function open(source) {
  try {
    const sheet = toUnits(await ask(`sheet/${source}`));
    state.at = 0;
    show(sheet);
    nextOpen();
  } catch (error) {
    tell(error.message, true);
  }
}

async function start() {
  try {
    words = await ask("words");
    speak();
    const sources = await ask("sources");
    $("source").replaceChildren(...sources.map((one) => new Option(`${named(one.title)} (${one.reviewed}/${one.total})`, `${one.dataset}/${one.source}`)));
    $("source").addEventListener("change", () => open($("source").value));
    $("order").addEventListener("change", () => show(state.sheet));
    $("help").addEventListener("click", help);
    $("language").addEventListener("click", () => { state.lang = state.lang === "zh" ? "en" : "zh"; speak(); show(state.sheet); });
    await open($("source").value);
  } catch (error) {
    tell(words[state.lang] ? error.message : "This page needs the whole address that tally review printed.", true);
  }
}

start();
