// Areas side by side: which of them a reader has chosen, in what order they stand, whether the others are left out, and
// from which year on; all of it kept in the address. Without this the table is whole, as the build sorted it.
(() => {
  "use strict";
  const VERDICTS = ["met", "missed", "undecidable", "pending"];
  const YEAR = /^\d{4}$/;

  const count = (field) => (row) => Number(cell(row, field).textContent);
  const KEYS = {
    met: count("met"),
    missed: count("missed"),
    area: (row) => row.rank,
    promise: (row) => Number(cell(row, "promise")?.dataset.n ?? NaN),
    result: (row) => Number(cell(row, "result")?.dataset.n ?? NaN),
    verdict: (row) => VERDICTS.findIndex((code) => row.querySelector(`.verdict--${code}`)),
  };
  const cell = (row, field) => row.cells[row.closest("table").querySelector(`th[data-sort="${field}"]`)?.cellIndex];

  function start(table) {
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const years = [...table.tHead.rows[0].cells].filter((head) => YEAR.test(head.textContent.trim()));
    const tools = document.querySelector("[data-choices]");
    const { only, since } = tools.elements;
    const count = tools.querySelector("[data-count]");
    const ticks = new Map(rows.map((row) => [row.id, tick(row, tools.dataset.choose)]));
    rows.forEach((row, n) => { row.rank = n; });
    for (const head of years) since?.append(new Option(head.textContent.trim()));
    let sorted = "";

    const chosen = () => rows.filter((row) => ticks.get(row.id).checked).map((row) => row.id);

    const show = () => {
      const areas = chosen();
      const field = sorted.replace(/^-/, "");
      const sign = sorted.startsWith("-") ? -1 : 1;
      const value = (row) => (field ? sign * KEYS[field](row) : row.rank);
      // What has no number stays behind, whichever way the others stand.
      const order = (a, b) => (Number.isNaN(value(a)) - Number.isNaN(value(b))) || value(a) - value(b) || a.rank - b.rank;
      const first = (row) => !areas.includes(row.id);
      table.tBodies[0].append(...[...rows].sort((a, b) => first(a) - first(b) || order(a, b)));
      for (const row of rows) {
        row.classList.toggle("chosen", areas.includes(row.id));
        row.hidden = only.checked && areas.length > 0 && !areas.includes(row.id);
      }
      for (const head of years) {
        const hidden = Boolean(since?.value) && head.textContent.trim() < since.value;
        for (const row of table.rows) row.cells[head.cellIndex].hidden = hidden;
      }
      for (const head of heads) {
        head.setAttribute("aria-sort", head.dataset.sort !== field ? "none" : sign < 0 ? "descending" : "ascending");
      }
      only.disabled = !areas.length;
      count.textContent = areas.length ? tools.dataset.chosen.replace("{n}", areas.length) : "";
      document.dispatchEvent(new CustomEvent("tally:areas", { detail: { areas, only: only.checked && !only.disabled } }));
    };

    const remember = () => {
      const state = new URLSearchParams();
      if (chosen().length) state.set("areas", chosen().join(","));
      if (only.checked && !only.disabled) state.set("only", "1");
      if (since?.value) state.set("since", since.value);
      if (sorted) state.set("sort", sorted);
      const query = state.toString().replaceAll("%2C", ",");
      history.pushState(null, "", `${query ? `?${query}` : location.pathname}${location.hash}`);
      follow();
    };

    // The same choice in the other language, in another year and by another measure.
    const follow = () => {
      const kept = new URLSearchParams(location.search);
      for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
      for (const name of ["since", "sort"]) kept.delete(name);
      for (const link of document.querySelectorAll(".faces a, .kept thead a, .kept td > a")) link.search = kept.toString().replaceAll("%2C", ",");
    };

    const recall = () => {
      const state = new URLSearchParams(location.search);
      const areas = (state.get("areas") ?? "").split(",");
      for (const [area, box] of ticks) box.checked = areas.includes(area);
      only.checked = state.has("only");
      if (since) since.value = years.some((head) => head.textContent.trim() === state.get("since")) ? state.get("since") : "";
      const asked = state.get("sort") ?? "";
      sorted = heads.some((head) => head.dataset.sort === asked.replace(/^-/, "")) ? asked : "";
      show();
      follow();
    };

    const changed = () => { show(); remember(); };
    for (const head of heads) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "sorter" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const field = head.dataset.sort;
        sorted = sorted === `-${field}` ? field : sorted === field ? "" : `-${field}`;
        changed();
      });
    }
    for (const box of ticks.values()) box.addEventListener("change", changed);
    for (const field of [only, since]) field?.addEventListener("change", changed);
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("reset", () => {
      setTimeout(() => {
        for (const box of ticks.values()) box.checked = false;
        sorted = "";
        changed();
      });
    });
    for (const button of tools.querySelectorAll("[data-take]")) button.addEventListener("click", () => take(table, button));
    tools.hidden = false;
    addEventListener("popstate", recall);
    recall();
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
  }

  function tick(row, words) {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", className: "tick" });
    box.setAttribute("aria-label", words.replace("{area}", row.cells[0].textContent.trim()));
    row.cells[0].prepend(box);
    return box;
  }

  // What the table shows as CSV, or to paste into a spreadsheet. A text that such a program would run gets one ' before it.
  function take(table, button) {
    const shown = [...table.rows].filter((row) => !row.hidden);
    const cells = shown.map((row) => [...row.cells].filter((one) => !one.hidden).map(words));
    if (button.dataset.take === "copy") {
      const text = cells.map((row) => row.join("\t")).join("\n");
      navigator.clipboard.writeText(text).then(() => { button.textContent = button.dataset.done; });
      return;
    }
    const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
    const csv = `\ufeff${cells.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    link.download = button.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function words(place) {
    const own = place.cloneNode(true);
    for (const aside of own.querySelectorAll(".o, input")) aside.remove();
    return own.textContent.replace(/\s+/g, " ").trim().replace(/^(?=[ ']*[=+\-@\uff1d\uff0b\uff0d\uff20])(?![+\-\u2212][\d.])/, "'");
  }

  document.addEventListener("DOMContentLoaded", () => {
    const table = document.querySelector("table[data-compared]");
    if (table && document.querySelector("[data-choices]")) start(table);
  });
})();
