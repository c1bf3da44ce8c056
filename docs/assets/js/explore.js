// The table of everything: filters, sorting and columns live in the address, so that it can be shared.
(() => {
  "use strict";
  const FILTERS = ["period", "kind", "measure", "theme", "source", "verdict", "review"];
  const WIDTHS = { name: 260, period: 120, kind: 80, measure: 90, text: 200, theme: 170, source: 230, verdict: 110, review: 150 };

  function decode({ fields, texts, rows }) {
    return rows.map((row) => Object.fromEntries(row.map((at, i) => [fields[i], texts[at]])));
  }

  const fold = (text) => String(text ?? "").normalize("NFKC").toLowerCase();

  // A text that a spreadsheet would take for a formula is led by an apostrophe.
  function cell(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function start(form) {
    const place = document.getElementById("explore-table");
    const count = form.querySelector("[data-count]");
    const boxes = [...form.querySelectorAll("[name=column]")];
    const { root, shown, file } = form.dataset;
    const state = new URLSearchParams(location.search);
    let rows = [];
    let table;

    const link = (field, page) => (cellComponent) => {
      const row = cellComponent.getData();
      const anchor = document.createElement("a");
      anchor.href = `${root}${row[page]}#${row.id}`;
      anchor.textContent = row[field];
      return anchor;
    };
    const text = (cellComponent) => {
      const span = document.createElement("span");
      span.textContent = cellComponent.getValue() ?? "";
      return span;
    };
    const byValue = (a, b, rowA, rowB) => (rowA.getData().value ?? -Infinity) - (rowB.getData().value ?? -Infinity);

    const columns = () => boxes.map((box) => ({
      field: box.value,
      title: box.dataset.title,
      visible: box.checked,
      frozen: box.value === "name" && innerWidth > 640,
      width: innerWidth > 640 ? WIDTHS[box.value] : undefined,
      minWidth: 110,
      hozAlign: box.value === "text" ? "right" : "left",
      headerHozAlign: box.value === "text" ? "right" : "left",
      formatter: box.value === "name" ? link("name", "home") : box.value === "source" ? link("source", "reader") : text,
      sorter: box.value === "text" ? byValue : "string",
      headerSortTristate: true,
    }));

    const matches = (row) => {
      for (const field of FILTERS) {
        const wanted = form.elements[field]?.value;
        if (wanted && row[field] !== wanted) return false;
      }
      const tokens = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      if (!tokens.length) return true;
      row.folded ??= fold([row.name, row.period, row.text, row.theme, row.source, row.id].join("|"));
      return tokens.every((token) => row.folded.includes(token));
    };

    const remember = () => {
      const kept = new URLSearchParams();
      for (const name of ["q", ...FILTERS]) {
        const value = form.elements[name]?.value;
        if (value) kept.set(name, value);
      }
      const [sorter] = table.getSorters();
      if (sorter) kept.set("sort", `${sorter.dir === "desc" ? "-" : ""}${sorter.field}`);
      const hidden = boxes.filter((box) => !box.checked).map((box) => box.value);
      if (hidden.length) kept.set("hide", hidden.join(","));
      const query = kept.toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    };

    const tell = () => {
      count.textContent = shown.replace("{n}", table.getDataCount("active")).replace("{total}", rows.length);
    };

    const update = () => { table.setFilter(matches); remember(); };

    const download = () => {
      const fields = [...boxes.filter((box) => box.checked).map((box) => box.value), "value", "id"];
      const lines = [fields, ...table.getData("active").map((row) => fields.map((field) => row[field]))];
      const csv = `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
      const anchor = document.createElement("a");
      anchor.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
      anchor.download = file;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
    };

    const restore = () => {
      for (const [name, value] of state) {
        const control = form.elements[name];
        if (control && name !== "column") control.value = value;
      }
      const hidden = (state.get("hide") ?? "").split(",");
      for (const box of boxes) box.checked = !hidden.includes(box.value);
    };

    // A grid may only hold groups of rows; Tabulator puts a focusable box between them.
    const nameRoles = () => {
      place.querySelector(".tabulator-tableholder")?.setAttribute("role", "rowgroup");
      place.querySelector(".tabulator-table")?.setAttribute("role", "presentation");
      place.setAttribute("aria-label", document.querySelector("h1").textContent);
    };

    const draw = () => {
      const sort = state.get("sort");
      table = new Tabulator(place, {
        data: rows,
        columns: columns(),
        index: "id",
        height: "72vh",
        layout: innerWidth > 640 ? "fitDataFill" : "fitColumns",
        responsiveLayout: innerWidth > 640 ? false : "collapse",
        initialSort: sort ? [{ column: sort.replace(/^-/, ""), dir: sort.startsWith("-") ? "desc" : "asc" }] : [],
        initialFilter: [{ field: matches }],
        placeholder: "–",
        columnDefaults: { resizable: "header" },
        rowFormatter: (row) => row.getElement().querySelector(".tabulator-responsive-collapse")?.setAttribute("role", "gridcell"),
      });
      table.on("tableBuilt", () => { nameRoles(); tell(); });
      table.on("dataFiltered", () => queueMicrotask(tell));
      table.on("dataSorted", () => table.initialized && remember());
    };

    restore();
    fetch(form.dataset.table)
      .then((answer) => answer.json())
      .then((coded) => { rows = decode(coded); draw(); })
      .catch(() => document.documentElement.classList.add("no-explorer"));

    let waiting;
    form.elements.q.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 150); });
    form.addEventListener("change", (event) => {
      if (event.target.name === "column") {
        table.toggleColumn(event.target.value);
        remember();
      } else update();
    });
    form.addEventListener("reset", () => setTimeout(() => {
      for (const box of boxes) table[box.checked ? "showColumn" : "hideColumn"](box.value);
      table.clearSort();
      update();
    }));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("[data-download]").addEventListener("click", download);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-explore]");
    if (form) start(form);
  });
})();
