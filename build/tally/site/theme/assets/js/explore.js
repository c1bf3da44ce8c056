// The table of every figure: filters, sorting and columns live in the address, so that it can be
// shared, Back undoes the last choice, and the page in the other language shows the same. The page
// comes with its first rows; when they are painted, Tabulator and all rows follow.
(() => {
  "use strict";
  const ROOT = document.documentElement;
  const NAMING = new URL("find/named.js", document.currentScript.src);
  const PAGES = { name: (row) => row.home, source: (row) => `sources/${row.source}/` };
  const SOUGHT = ["name", "period", "text", "other", "kind", "measure", "theme", "source", "verdict"];
  const PRINTED = 200; // rows
  const LONGEST = 200; // characters of a search, in an address that anybody may have made up
  const MOST = 3; // remarks on such an address
  const CARDS = matchMedia("(max-width: 860px)");
  const words = new Intl.Collator(ROOT.lang);

  const fold = (text) => text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/(?<=\d),(?=\d{3})/g, "");
  const pause = (wait = 0) => new Promise((done) => setTimeout(done, wait));
  const painted = () => new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }));

  function decode({ fields, texts, rows }) {
    return rows.map((places) => {
      const row = {};
      for (let i = 0; i < fields.length; i += 1) row[fields[i]] = texts[places[i]];
      return row;
    });
  }

  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  function save(text, name) {
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
  }

  // What codes are called, by the code; the first option is that of all.
  const labels = (options) => new Map([...options].map(({ value, text }) => [value, value ? text : ""]));
  const same = (some, others) => some.length === others.length
    && some.every(({ column, dir }, i) => column === others[i].field && dir === others[i].dir);

  function element(tag, text, properties = {}) {
    return Object.assign(document.createElement(tag), { textContent: text ?? "" }, properties);
  }

  // What has no number stands last, up or down.
  function byValue(a, b, rowA, rowB, column, dir) {
    const [x, y] = [rowA.getData().value, rowB.getData().value];
    if (x === null || y === null) return ((x === null) - (y === null)) * (dir === "asc" ? 1 : -1);
    return x - y;
  }

  class Explorer {
    constructor(form) {
      this.form = form;
      this.controls = form.elements;
      this.place = document.getElementById("explore-table");
      this.first = document.querySelector("[data-plain]");
      this.boxes = [...form.querySelectorAll("[name=column]")];
      this.filters = [...form.querySelectorAll("select:not([name=sort])")];
      this.called = Object.fromEntries(this.filters.map(({ name, options }) => [name, labels(options)]));
      this.languages = document.querySelectorAll("a[hreflang]");
      this.first.hidden = location.search.length > 1; // they are neither filtered nor sorted
      this.restore();
      this.drawn = this.open();
      this.drawn.catch(() => this.giveUp());
      this.listen();
    }

    // What the address asks for; what it has that is unknown is told and left out.
    restore() {
      const state = new URLSearchParams(location.search);
      const hidden = (state.get("hide") ?? "").split(",").filter(Boolean);
      this.remarks = [];
      for (const name of hidden) if (!this.boxes.some(({ value }) => value === name)) this.ignore(name);
      for (const box of this.boxes) box.checked = !hidden.includes(box.value);
      for (const select of [...this.filters, this.controls.sort]) this.choose(select, state.get(select.name) ?? "");
      this.controls.q.value = (state.get("q") ?? "").slice(0, LONGEST);
      this.read();
      this.remember("replaceState");
    }

    choose(select, value) {
      const known = [...select.options].some((option) => option.value === value);
      select.value = known ? value : "";
      if (!known) this.ignore(value);
    }

    ignore(what) {
      const remark = this.form.dataset.unknown.replace("{what}", () => what.slice(0, LONGEST));
      if (this.remarks.length < MOST && !this.remarks.includes(remark)) this.remarks.push(remark);
    }

    // What the form asks for, and how many filters do.
    read() {
      this.asked = this.filters.filter((filter) => filter.value);
      const typed = this.controls.q.value;
      this.tokens = fold(typed).split(/\s+/).filter(Boolean);
      this.means = this.meaning("exact");
      if (typed && !this.naming) this.learn();
      this.form.querySelector("[data-active]").textContent = this.asked.length ? ` (${this.asked.length})` : "";
    }

    // A test of rows by their names; an id means itself.
    meaning(how) {
      const typed = this.controls.q.value;
      const readings = this.naming && !typed.includes("/") ? this.naming[how](typed) : [];
      return ({ home, folded }) => {
        const [, area, indicator] = home.split("/");
        return readings.some((concepts) => concepts.every(({ areas, indicators, written }) => (
          areas.has(area) || indicators.has(indicator) || written.every((word) => folded.includes(word)))));
      };
    }

    // What the search knows of names is fetched when something is typed.
    learn() {
      this.learning ??= Promise.all([import(NAMING), fetched(this.form.dataset.catalogue)])
        .then(([{ naming }, catalogue]) => { this.naming = naming(catalogue); })
        .then(() => { this.read(); this.after(() => this.sift()); })
        .catch(() => { this.learning = null; this.remark(this.form.dataset.unlearned); });
    }

    // In steps, so that no task is long: the page can be used meanwhile.
    async open() {
      await Promise.race([painted(), pause(2000)]);
      const { grid, table } = this.form.dataset;
      const [{ Tabulator }, coded] = await Promise.all([
        import(new URL(grid, document.baseURI)),
        fetched(table),
      ]);
      const rows = decode(coded);
      await pause();
      await this.draw(Tabulator);
      await pause();
      this.table.blockRedraw();
      await this.table.setData(rows);
      await pause();
      this.table.restoreRedraw();
      this.first.hidden = true;
    }

    giveUp() {
      ROOT.classList.add("no-explorer");
      this.first.hidden = false;
    }

    draw(Tabulator) {
      Tabulator.extendModule("layout", "modes", { stylesheet() {} });
      this.table = new Tabulator(this.place, {
        columns: this.boxes.map((box) => this.column(box)),
        index: "id",
        height: "100%",
        layout: "stylesheet",
        initialSort: this.sorters(),
        initialFilter: [{ field: (row) => this.matches(row) }],
        placeholder: () => element("div", this.total ? this.form.dataset.none : "", { role: "gridcell" }),
        headerSortElement: "",
      });
      this.table.on("renderComplete", () => this.tell());
      return new Promise((done) => this.table.on("tableBuilt", () => { this.nameRoles(); done(); }));
    }

    column({ value: field, checked, dataset }) {
      return {
        field,
        title: dataset.title,
        visible: checked,
        cssClass: `is-${field}`,
        headerSortTristate: true,
        sorter: this.sorter(field),
        titleFormatter: (head) => element("button", head.getValue(), { type: "button", className: "sorter" }),
        formatter: (cell) => this.content(field, cell.getData()),
      };
    }

    // Codes stand in the order of their choices, but choices of periods begin with the latest.
    sorter(field) {
      if (field === "text") return byValue;
      if (field === "period" || !this.called[field]) return words.compare;
      const places = new Map([...this.called[field].keys()].map((code, place) => [code, place]));
      return (a, b) => places.get(a) - places.get(b);
    }

    label(field, row) {
      return this.called[field]?.get(row[field]) ?? row[field];
    }

    content(field, row) {
      const text = this.label(field, row);
      const page = PAGES[field]?.(row);
      if (page) return element("a", text, { href: `${this.form.dataset.root}${page}#${row.id}` });
      const marked = field === "verdict" && row.verdict;
      return element("span", text, marked ? { className: `verdict verdict--${row.verdict}` } : {});
    }

    // A grid may only hold groups of rows; Tabulator puts a focusable box between them.
    nameRoles() {
      this.place.querySelector(".tabulator-tableholder").setAttribute("role", "rowgroup");
      this.place.querySelector(".tabulator-table").setAttribute("role", "presentation");
      this.place.setAttribute("aria-label", document.querySelector("h1").textContent);
    }

    sorters() {
      const chosen = this.controls.sort.value;
      return chosen ? [{ column: chosen.replace("-", ""), dir: chosen.startsWith("-") ? "desc" : "asc" }] : [];
    }

    matches(row) {
      return this.asked.every(({ name, value }) => row[name] === value) && this.says(row);
    }

    says(row) {
      row.folded ??= fold([...SOUGHT.map((field) => this.label(field, row)), row.period, row.id].join("|"));
      return this.tokens.every((token) => row.folded.includes(token)) || this.means(row);
    }

    get total() {
      return this.table?.getDataCount() ?? 0;
    }

    remark(words) {
      if (!this.remarks.includes(words)) this.remarks.push(words);
      this.after(() => this.tell());
    }

    // How many rows are shown, and what there is to say besides.
    tell() {
      if (!this.total) return;
      this.place.querySelector(".tabulator-placeholder")?.setAttribute("role", "row");
      const { shown } = this.form.dataset;
      const count = shown.replace("{n}", this.table.getDataCount("active")).replace("{total}", this.total);
      this.form.querySelector("[data-count]").textContent = [count, ...this.remarks].join(" · ");
    }

    // Keep what the form asks for; `how` is what the history does with it.
    remember(how) {
      const kept = new URLSearchParams();
      for (const { name, value } of [this.controls.q, ...this.filters, this.controls.sort]) {
        if (value) kept.set(name, value);
      }
      const hidden = this.boxes.filter((box) => !box.checked).map((box) => box.value);
      if (hidden.length) kept.set("hide", hidden.join(","));
      const query = kept.size ? `?${kept}` : "";
      if (query !== location.search) history[how](null, "", query || location.pathname);
      for (const link of this.languages) link.search = query;
    }

    // Something was typed or chosen: show what it asks for, as soon as the table is there.
    changed(how) {
      this.remarks = [];
      this.read();
      this.remember(how);
      this.after(() => this.show());
    }

    show() {
      const [columns, sorters] = [this.table.getColumns(), this.sorters()];
      for (const [at, { checked }] of this.boxes.entries()) {
        if (columns[at].isVisible() !== checked) columns[at].toggle();
      }
      if (!same(sorters, this.table.getSorters())) this.table.setSort(sorters);
      this.sift();
    }

    // Where nothing is called what was typed, what is called nearly so is shown.
    sift() {
      const rows = this.table.getData();
      if (this.tokens.length && !rows.some((row) => this.says(row))) {
        this.means = this.meaning("near");
        if (rows.some((row) => this.means(row))) this.remark(this.form.dataset.near);
      }
      this.table.refreshFilter();
    }

    // A head was pressed: it has sorted the table already.
    sorted() {
      const [sorter] = this.table.getSorters();
      this.controls.sort.value = sorter ? `${sorter.dir === "desc" ? "-" : ""}${sorter.field}` : "";
      this.remember("pushState");
    }

    // The lines of all rows are fetched when some are wanted, with a mark by which Excel knows UTF-8.
    async download() {
      const { taken, file, failed } = this.form.dataset;
      const rows = this.table.getData("active");
      try {
        const { head, lines } = await fetched(taken);
        save(`\ufeff${head}${rows.map(({ id }) => lines[id]).join("")}`, file);
      } catch {
        this.remark(failed);
      }
    }

    // What is shown is printed as a plain table, in place of the rows that came with the page.
    print() {
      const rows = this.table.getData("active");
      const printed = rows.slice(0, PRINTED).map((row) => {
        const line = element("tr");
        line.append(...this.boxes.filter((box) => box.checked).map(({ value }) => this.printed(value, row)));
        return line;
      });
      const note = this.form.dataset.printed.replace("{n}", printed.length).replace("{total}", rows.length);
      this.first.querySelector(".note").firstChild.data = `${note} `;
      this.first.querySelector("tbody").replaceChildren(...printed);
      for (const { value, checked } of this.boxes) this.first.querySelector(`th.is-${value}`).hidden = !checked;
    }

    printed(field, row) {
      const cell = element(field === "name" ? "th" : "td", "", { className: `is-${field}` });
      cell.append(this.content(field, row));
      return cell;
    }

    fold() {
      const open = this.form.classList.toggle("filters--open");
      this.form.querySelector("[data-fold]").setAttribute("aria-expanded", open);
    }

    // The form can be used before the table is there.
    after(action) {
      this.drawn.then(action, () => {});
    }

    listen() {
      let waiting;
      this.controls.q.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => this.changed("replaceState"), 150);
      });
      this.form.addEventListener("change", ({ target }) => { if (target !== this.controls.q) this.changed("pushState"); });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", () => setTimeout(() => this.changed("pushState")));
      this.place.addEventListener("click", ({ target }) => { if (target.closest(".tabulator-col")) this.sorted(); });
      addEventListener("beforeprint", () => { if (this.total) this.print(); });
      addEventListener("popstate", () => { this.restore(); this.after(() => this.show()); });
      this.form.querySelector("[data-fold]").addEventListener("click", () => this.fold());
      this.form.querySelector("[data-download]").addEventListener("click", () => this.after(() => this.download()));
      CARDS.addEventListener("change", () => this.after(() => this.table.redraw(true)));
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-explore]");
    if (form) new Explorer(form);
  });
})();
