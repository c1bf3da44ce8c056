// The table of every figure: filters, sorting and columns live in the address, so that it can be
// shared. The page comes with its first rows; when they are painted, Tabulator and all rows follow.
(() => {
  "use strict";
  const ROOT = document.documentElement;
  const PAGES = { name: "home", source: "reader" };
  const CARDS = matchMedia("(max-width: 860px)");
  const words = new Intl.Collator(ROOT.lang);

  const fold = (text) => String(text ?? "").normalize("NFKC").toLowerCase();
  const pause = (wait = 0) => new Promise((done) => setTimeout(done, wait));
  const painted = () => new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }));

  function decode({ fields, texts, rows }) {
    return rows.map((places) => {
      const row = {};
      for (let i = 0; i < fields.length; i += 1) row[fields[i]] = texts[places[i]];
      return row;
    });
  }

  // A text that a spreadsheet would take for a formula is led by an apostrophe.
  function csvCell(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function save(text, name) {
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
  }

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
      this.restore();
      this.drawn = this.open();
      this.drawn.catch(() => this.giveUp());
      this.listen();
    }

    restore() {
      const state = new URLSearchParams(location.search);
      for (const [name, value] of state) {
        if (name !== "column" && this.controls[name]) this.controls[name].value = value;
      }
      const hidden = (state.get("hide") ?? "").split(",");
      for (const box of this.boxes) box.checked = !hidden.includes(box.value);
      this.first.hidden = state.size > 0; // they are neither filtered nor sorted
      this.read();
    }

    // What the form asks for, and how many filters do.
    read() {
      this.asked = this.filters.filter((filter) => filter.value);
      this.tokens = fold(this.controls.q.value).split(/\s+/).filter(Boolean);
      this.form.querySelector("[data-active]").textContent = this.asked.length ? ` (${this.asked.length})` : "";
    }

    // In steps, so that no task is long: the page can be used meanwhile.
    async open() {
      await Promise.race([painted(), pause(2000)]);
      const { grid, table } = this.form.dataset;
      const [{ Tabulator }, coded] = await Promise.all([
        import(new URL(grid, document.baseURI)),
        fetch(table).then((answer) => answer.json()),
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
        sorter: field === "text" ? byValue : words.compare,
        titleFormatter: (head) => element("button", head.getValue(), { type: "button", className: "sorter" }),
        formatter: (cell) => this.content(field, cell.getData()),
      };
    }

    content(field, row) {
      const page = row[PAGES[field]];
      if (page) return element("a", row[field], { href: `${this.form.dataset.root}${page}#${row.id}` });
      const marked = field === "verdict" && row.outcome;
      return element("span", row[field], marked ? { className: `verdict verdict--${row.outcome}` } : {});
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
      if (this.asked.some(({ name, value }) => row[name] !== value)) return false;
      row.folded ??= fold([row.name, row.period, row.text, row.theme, row.source, row.id].join("|"));
      return this.tokens.every((token) => row.folded.includes(token));
    }

    get total() {
      return this.table.getDataCount();
    }

    tell() {
      if (!this.total) return;
      this.place.querySelector(".tabulator-placeholder")?.setAttribute("role", "row");
      const shown = this.form.dataset.shown.replace("{n}", this.table.getDataCount("active"));
      this.form.querySelector("[data-count]").textContent = shown.replace("{total}", this.total);
      const [sorter] = this.table.getSorters();
      this.controls.sort.value = sorter ? `${sorter.dir === "desc" ? "-" : ""}${sorter.field}` : "";
      this.remember();
    }

    remember() {
      const kept = new URLSearchParams();
      for (const { name, value } of [this.controls.q, ...this.filters, this.controls.sort]) {
        if (value) kept.set(name, value);
      }
      const hidden = this.boxes.filter((box) => !box.checked).map((box) => box.value);
      if (hidden.length) kept.set("hide", hidden.join(","));
      const query = kept.size ? `?${kept}` : "";
      if (query !== location.search) history.replaceState(null, "", query || location.pathname);
    }

    update() {
      this.read();
      this.after(() => this.table.refreshFilter());
    }

    showColumns() {
      for (const { value, checked } of this.boxes) this.table[checked ? "showColumn" : "hideColumn"](value);
      this.remember();
    }

    download() {
      const fields = [...this.boxes.filter((box) => box.checked).map((box) => box.value), "value", "id"];
      const lines = [fields, ...this.table.getData("active").map((row) => fields.map((field) => row[field]))];
      save(`\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`, this.form.dataset.file);
    }

    fold() {
      const open = this.form.classList.toggle("filters--open");
      this.form.querySelector("[data-fold]").setAttribute("aria-expanded", open);
    }

    changed({ name }) {
      if (name === "column") this.after(() => this.showColumns());
      else if (name === "sort") this.after(() => this.table.setSort(this.sorters()));
      else this.update();
    }

    // The form can be used before the table is there.
    after(action) {
      this.drawn.then(action, () => {});
    }

    listen() {
      let waiting;
      this.controls.q.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => this.update(), 150);
      });
      this.form.addEventListener("change", (event) => this.changed(event.target));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", () => setTimeout(() => {
        this.after(() => { this.showColumns(); this.table.clearSort(); });
        this.update();
      }));
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
