// The table of promises: filters and sorting, kept in the address. Without this it is a plain table.
(() => {
  "use strict";
  const FILTERS = ["theme", "verdict", "kind", "wording", "due"];
  const VERDICTS = ["met", "missed", "undecidable", "pending"];
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  const KEYS = {
    subject: (row) => row.cells[0].textContent.trim(),
    value: (row) => (row.dataset.value === "" ? -Infinity : Number(row.dataset.value)),
    due: (row) => row.dataset.due,
    verdict: (row) => VERDICTS.indexOf(row.dataset.verdict),
  };

  function start(form, table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const count = form.querySelector("[data-count]");
    let sorted = ""; // "value" up, "-value" down, "" as written
    for (const row of rows) row.folded = fold(row.textContent);

    const apply = () => {
      const tokens = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const fits = FILTERS.every((f) => !form.elements[f].value || row.dataset[f] === form.elements[f].value)
          && tokens.every((token) => row.folded.includes(token));
        row.hidden = !fits;
        shown += fits;
      }
      count.textContent = form.dataset.shown.replace("{n}", shown).replace("{total}", rows.length);
    };

    const order = () => {
      const field = sorted.replace(/^-/, "");
      const sign = sorted.startsWith("-") ? -1 : 1;
      const compare = (a, b) => {
        const [x, y] = [KEYS[field](a), KEYS[field](b)];
        return sign * (typeof x === "string" ? x.localeCompare(y, document.documentElement.lang) : x - y);
      };
      body.append(...(KEYS[field] ? [...rows].sort(compare) : rows));
      for (const head of heads) {
        const state = head.dataset.sort !== field ? "none" : sign < 0 ? "descending" : "ascending";
        head.setAttribute("aria-sort", state);
      }
    };

    const remember = () => {
      const state = new URLSearchParams();
      for (const name of ["q", ...FILTERS]) if (form.elements[name].value) state.set(name, form.elements[name].value);
      if (sorted) state.set("sort", sorted);
      const query = state.toString();
      history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    };

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const field = head.dataset.sort;
        sorted = sorted === field ? `-${field}` : sorted === `-${field}` ? "" : field;
        order();
        remember();
      });
    }

    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "sort") sorted = value;
      else if (form.elements[name]) form.elements[name].value = value;
    }
    form.hidden = false;
    order();
    apply();
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    const changed = () => { apply(); remember(); };
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(() => { sorted = ""; order(); changed(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-targets]");
    const table = document.getElementById("promises");
    if (form && table) start(form, table);
  });
})();
