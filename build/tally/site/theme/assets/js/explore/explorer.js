// The table of every figure: filters, order, columns and ways to look live in the address, so that it
// can be shared, Back undoes the last choice, and the page in the other language shows the same.
import { heads, options, tableRow } from "./draw.js";
import { Told } from "./grids.js";
import { ranks, sift, sorted } from "./sift.js";
import { open } from "./store.js";
import { holding, holdingId, understood } from "./typed.js";

const ROOT = document.documentElement;
const AT_ONCE = 100; // rows
const LONGEST = 200; // characters of a search, in an address that anybody may have made up
const REMARKS = 3;
const KINDS = { rows: "rows", years: "years", areas: "areas" };
const LARGE = 20_000; // rows, whose codes are read before anybody turns to them
const WANTED = ["pointermove", "pointerdown", "keydown", "focusin", "touchstart", "wheel"];
const pause = (wait = 0) => new Promise((done) => setTimeout(done, wait));
const words = new Intl.Collator(ROOT.lang);

function save(parts, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob(parts, { type: "text/csv" }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

export class Explorer extends Told {
  constructor(form) {
    super();
    this.form = form;
    this.said = form.dataset;
    this.controls = form.elements;
    this.place = document.querySelector(".explorer");
    this.table = this.place.querySelector("table");
    this.boxes = [...form.querySelectorAll("[name=column]")];
    this.filters = [...form.querySelectorAll("[data-filter]")];
    this.langs = this.said.langs.split(" ");
    this.lang = this.langs[Number(this.said.at)];
    this.shown = AT_ONCE;
    this.place.classList.toggle("explorer--waiting", location.search.length > 1); // rows neither filtered nor sorted
    this.ready = this.begin();
    this.ready.then(() => this.place.classList.add("explorer--ready"), () => ROOT.classList.add("no-explorer"));
    this.listen();
  }

  async begin() {
    const { folder, vendor } = this.said;
    const absolute = (path) => new URL(path, document.baseURI).href;
    this.store = await open({ folder: absolute(folder), vendor: absolute(vendor), lang: this.lang });
    this.labels = { ...this.store.labels };
    const named = [...this.filters, ...this.boxes].map(({ name, value }) => (name === "column" ? value : name));
    this.sizes = Object.fromEntries(named.filter((name) => this.labels[name]).map((name) => [name, this.labels[name].length]));
    this.counts = Object.fromEntries(Object.keys(this.sizes).map((name) => [name, this.labels[name].map(([, , count]) => count)]));
    this.found = this.store.rows;
    this.remarks = [];
    this.chosen = {};
    if (location.search.length > 1) {
      await this.restore();
      await this.update();
    } else this.wait();
  }

  // The rows that came with the page will do until somebody turns to it.
  wait() {
    this.fill();
    this.tell();
    const columns = this.boxes.map(({ value }) => value);
    this.table.tHead.replaceChildren(heads(this.headsOf(columns)));
    if (this.store.rows >= LARGE) this.read();
    for (const event of WANTED) addEventListener(event, () => this.read(), { once: true, passive: true });
  }

  // What is needed to filter, once.
  read() {
    this.reading ??= this.store.read();
    this.reading.catch(() => ROOT.classList.add("no-explorer"));
    return this.reading;
  }

  // What the address asks for; what it has that is unknown is told and left out.
  async restore() {
    const state = new URLSearchParams(location.search);
    if (state.get("source")) await this.learnSources();
    this.remarks = [];
    this.chosen = {};
    for (const { name } of this.filters) this.choose(name, state.get(name) ?? "");
    const hidden = (state.get("hide") ?? "").split(",").filter(Boolean);
    for (const name of hidden) if (!this.boxes.some(({ value }) => value === name)) this.ignore(name);
    for (const box of this.boxes) box.checked = !hidden.includes(box.value);
    for (const name of ["sort", "view"]) this.select(this.controls[name], state.get(name) ?? "");
    this.controls.q.value = (state.get("q") ?? "").slice(0, LONGEST);
    this.years = ["a", "b"].map((name) => state.get(name) ?? "");
    this.remember("replaceState");
  }

  choose(name, code) {
    const at = code ? this.labels[name]?.findIndex(([one]) => one === code) ?? -1 : -1;
    if (at >= 0) this.chosen[name] = at;
    else if (code) this.ignore(code);
  }

  select(control, value) {
    const known = [...control.options].some((option) => option.value === value);
    control.value = known ? value : "";
    if (!known) this.ignore(value);
  }

  ignore(what) {
    this.remark(this.said.unknown.replace("{what}", () => what.slice(0, LONGEST)));
  }

  remark(text) {
    if (this.remarks.length < REMARKS && !this.remarks.includes(text)) this.remarks.push(text);
  }

  get view() {
    return KINDS[this.controls.view.value] ?? KINDS.rows;
  }

  // Find what fits, count, and draw it; the page is drawn again when what rows say has come.
  async update({ draw = true } = {}) {
    const turn = this.turn = (this.turn ?? 0) + 1;
    await this.read();
    const holds = await this.typed();
    if (turn !== this.turn) return;
    const codes = { ...this.store.codes, source: this.store.texts.column("source").values };
    const { matched, counts } = sift(codes, this.sizes, this.chosen, holds, this.store.rows);
    Object.assign(this, { matched, counts, found: matched.length });
    this.order = await this.inOrder(matched);
    if (turn !== this.turn) return;
    const drawn = draw && this.draw(turn);
    this.tell();
    setTimeout(() => { if (turn === this.turn) this.fill(); });
    await drawn;
  }

  // A mark for each row that says what was typed, else nothing.
  async typed() {
    const typed = this.controls.q.value.trim();
    const { codes, texts, rows } = this.store;
    if (!typed) return null;
    if (typed.includes("/")) {
      await texts.need(["id"]);
      return holdingId(typed, texts.column("id").values);
    }
    const naming = await this.learn();
    for (const way of naming ? ["exact", "near"] : ["exact"]) {
      const asked = understood((naming ?? this.literal())[way](typed), this.labels, this.langs);
      if (asked.columns.length) await texts.need(asked.columns);
      const holds = holding(asked, codes, texts, rows);
      const some = holds.includes(1);
      if (some && way === "near") this.remark(this.said.near);
      if (some) return holds;
    }
    return new Uint8Array(rows);
  }

  // What the search knows of names is fetched when something is typed.
  learn() {
    const { naming, catalogue } = this.said;
    const absolute = (path) => new URL(path, document.baseURI).href;
    this.naming ??= Promise.all([import(absolute(naming)), fetch(absolute(catalogue)).then((answer) => answer.json())])
      .then(([module, known]) => module.naming(known))
      .catch(() => { this.naming = null; this.remark(this.said.unlearned); return null; });
    return this.naming;
  }

  // Without it words are looked for as they are written.
  literal() {
    const called = (name, word) => new Set(this.labels[name].filter(([, label]) => label.toLowerCase().includes(word)).map(([code]) => code));
    const concept = (word) => ({ areas: called("area", word), indicators: called("indicator", word), written: [word] });
    return { exact: (typed) => [typed.toLowerCase().split(/\s+/).map(concept)] };
  }

  async learnSources() {
    await this.read();
    const [titles] = await Promise.all([this.store.sources(), this.store.texts.need(["source"])]);
    this.labels.source = titles;
    this.sizes.source = titles.length;
  }

  async inOrder(rows) {
    const sort = this.controls.sort.value;
    if (!sort) return rows;
    const [name, down] = [sort.replace("-", ""), sort.startsWith("-")];
    if (name === "text") {
      await this.store.texts.need(["value"]);
      const { values } = this.store.texts.column("value");
      return sorted(rows, (row) => values[row] ?? NaN, down);
    }
    if (name === "source" && !this.labels.source) await this.learnSources();
    const facet = name === "name" ? "indicator" : name;
    const codes = facet === "source" ? this.store.texts.column("source").values : this.store.codes[facet];
    const inWords = ["name", "area", "source"].includes(name);
    const rank = inWords ? ranks(this.labels[facet].map(([, label]) => label), words.compare) : null;
    return sorted(rows, rank ? (row) => rank[codes[row]] : (row) => (facet === "period" ? -codes[row] : codes[row]), down);
  }

  async draw(turn) {
    const parts = { rows: () => this.rowParts(), years: () => this.yearParts(), areas: () => this.areaParts() }[this.view]();
    if (!parts) return;
    this.taken = parts.taken;
    const { texts } = this.store;
    const columns = ["id", `text_${this.lang}`, `name_${this.lang}`, "source"];
    const put = () => {
      this.table.tHead.replaceChildren(heads(parts.heads));
      this.table.tBodies[0].replaceChildren(...parts.body());
      this.place.classList.remove("explorer--waiting");
      this.place.dataset.view = this.view;
      this.place.querySelector("[data-none]").hidden = parts.taken.length > 0;
    };
    const told = texts.has(columns, parts.rows) && this.labels.source;
    put();
    if (told || !parts.rows.length) return;
    this.place.setAttribute("aria-busy", "true");
    await Promise.all([texts.need(columns, parts.rows), this.labels.source ?? this.titles()]);
    this.place.removeAttribute("aria-busy");
    if (turn === this.turn) put();
  }

  async titles() {
    this.labels.source = await this.store.sources();
  }

  // Columns that say the same in all rows are told once above the table.
  rowParts() {
    const same = new Set(this.boxes.map(({ value }) => value).filter((name) => this.isConstant(name)));
    const columns = this.boxes.filter(({ value, checked }) => checked && !same.has(value)).map(({ value }) => value);
    const rows = this.order.slice(0, this.shown);
    this.tellSame([...same]);
    return {
      rows,
      taken: this.order,
      heads: this.headsOf(columns),
      body: () => [...rows].map((row) => tableRow(columns, row, (column) => this.says(column, row))),
    };
  }

  headsOf(columns) {
    return columns.map((key) => ({ key, label: this.box(key).dataset.title, sort: this.sortOf(key) }));
  }

  box(name) {
    return this.boxes.find(({ value }) => value === name);
  }

  isConstant(name) {
    if (name === "name" || name === "text") return false;
    if (this.chosen[name] !== undefined) return true;
    return this.counts[name] !== undefined && this.counts[name].filter(Boolean).length === 1;
  }

  tellSame(names) {
    const parts = names.map((name) => {
      const at = this.chosen[name] ?? this.counts[name].findIndex(Boolean);
      const label = this.labels[name]?.[at]?.[1];
      return label && `${this.box(name).dataset.title} ${label}`;
    });
    const said = parts.filter(Boolean).join(" · ");
    this.place.querySelector("[data-same]").textContent = said && this.order.length ? this.said.same.replace("{what}", () => said) : "";
  }

  sortOf(key) {
    const sort = this.controls.sort.value;
    if (sort.replace("-", "") !== key) return "none";
    return sort.startsWith("-") ? "descending" : "ascending";
  }

  // The choices with their counts.
  fill() {
    for (const select of this.filters) {
      const labels = this.labels[select.name];
      if (labels && this.counts[select.name]) options(select, labels, this.counts[select.name], this.chosen[select.name]);
    }
    const active = Object.keys(this.chosen).length;
    this.form.querySelector("[data-active]").textContent = active ? ` (${active})` : "";
  }

  // How many rows fit, and what there is to say besides.
  tell() {
    const count = this.said.shown.replace("{n}", this.found).replace("{total}", this.store.rows);
    this.form.querySelector("[data-count]").textContent = [count, ...this.remarks].join(" · ");
    for (const part of this.form.querySelectorAll("[data-years]")) part.hidden = this.view !== "years";
    const more = this.place.querySelector("[data-more]");
    const drawn = this.table.tBodies[0].rows.length;
    more.hidden = this.view !== "rows" || drawn >= this.found;
    more.textContent = this.said.further.replace("{n}", Math.min(AT_ONCE, this.found - drawn));
  }

  // Keep what the form asks for; `how` is what the history does with it.
  remember(how) {
    const kept = new URLSearchParams();
    if (this.controls.q.value) kept.set("q", this.controls.q.value);
    for (const [name, at] of Object.entries(this.chosen)) kept.set(name, this.labels[name][at][0]);
    for (const name of ["view", "sort"]) if (this.controls[name].value) kept.set(name, this.controls[name].value);
    if (this.view === "years") ["a", "b"].forEach((name, at) => { if (this.years[at]) kept.set(name, this.years[at]); });
    const hidden = this.boxes.filter((box) => !box.checked).map((box) => box.value);
    if (hidden.length) kept.set("hide", hidden.join(","));
    const query = kept.size ? `?${kept}` : "";
    if (query !== location.search) history[how](null, "", query || location.pathname);
    for (const link of document.querySelectorAll("a[hreflang]")) link.search = query;
  }

  // Something was typed or chosen: show what it asks for, as soon as the table is there.
  async changed(how, change = () => {}) {
    await this.ready;
    this.remarks = [];
    this.shown = AT_ONCE;
    change();
    this.remember(how);
    await this.update();
  }

  filtered({ name, value }) {
    delete this.chosen[name];
    if (value) this.chosen[name] = this.labels[name].findIndex(([code]) => code === value);
  }

  // Up, down, and as written again.
  sortBy(name) {
    const { sort } = this.controls;
    sort.value = { [name]: `-${name}`, [`-${name}`]: "" }[sort.value] ?? name;
    return this.changed("pushState").then(() => this.table.querySelector(`[data-sort="${name}"]`)?.focus());
  }

  // Further rows are added to those there; the first of them takes the focus.
  async more() {
    await this.ready;
    const before = this.table.tBodies[0].rows.length;
    this.shown = before + AT_ONCE;
    await this.update();
    this.tell();
    this.table.tBodies[0].rows[before]?.querySelector("a")?.focus();
  }

  // The lines of what is shown, with a mark by which Excel knows UTF-8.
  async download() {
    await this.ready;
    if (!this.order) await this.update({ draw: false });
    const { lines, head } = this.store;
    const rows = this.taken ?? this.order;
    try {
      await lines.need(["line"], rows);
      const { values } = lines.column("line");
      save(["\ufeff", head, ...[...rows].map((row) => values[row])], this.said.file);
    } catch {
      this.remark(this.said.failed);
      this.tell();
    }
  }

  async share() {
    await this.ready;
    const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    this.remark(copied ? this.said.shared : location.href);
    this.tell();
  }

  listen() {
    let waiting;
    this.controls.q.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.changed("replaceState"), 150);
    });
    this.form.addEventListener("change", ({ target }) => this.chose(target));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => pause().then(() => this.changed("pushState", () => { this.chosen = {}; this.years = ["", ""]; })));
    const source = this.controls.source;
    source.addEventListener("focus", () => this.ready.then(() => this.learnSources()).then(() => this.update({ draw: false })), { once: true });
    this.table.tHead.addEventListener("click", ({ target }) => { if (target.dataset.sort) this.sortBy(target.dataset.sort); });
    addEventListener("popstate", () => this.ready.then(() => this.restore()).then(() => this.update()));
    const press = (name, act) => document.querySelector(`[data-${name}]`).addEventListener("click", act);
    press("fold", ({ currentTarget }) => currentTarget.setAttribute("aria-expanded", this.form.classList.toggle("filters--open")));
    press("download", () => this.download());
    press("share", () => this.share());
    press("more", () => this.more());
  }

  chose(target) {
    if (target === this.controls.q) return;
    const at = ["a", "b"].indexOf(target.name);
    this.changed("pushState", () => {
      if (at >= 0) this.years[at] = target.value;
      if (this.filters.includes(target)) this.filtered(target);
    });
  }
}
