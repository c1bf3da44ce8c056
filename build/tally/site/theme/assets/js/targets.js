// The table of promises: filters and sorting, kept in the address, so that Back undoes the last
// choice and the page in the other language shows the same. Without this it is a plain table.
(() => {
  "use strict";
  const VERDICTS = ["met", "missed", "undecidable", "pending"];
  const LONGEST = 200; // characters of a search, in an address that anybody may have made up
  const fold = (text) => text.normalize("NFKC").toLowerCase().replaceAll("’", "'");

  const KEYS = {
    subject: (row) => row.cells[0].textContent.trim(),
    value: (row) => Number(row.dataset.value ?? -Infinity),
    due: (row) => row.dataset.due,
    verdict: (row) => VERDICTS.indexOf(row.dataset.verdict),
  };

  // An address may hold what encodes nothing (%ff); no part of a page is called so.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function start(form, table) {
    const groups = [...table.tBodies].map((body) => ({ body, head: body.rows[0], rows: [...body.rows].slice(1) }));
    const rows = groups.flatMap((group) => group.rows);
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const filters = [...form.querySelectorAll("select")];
    const languages = document.querySelectorAll("a[hreflang]");
    const count = form.querySelector("[data-count]");
    let sorted = ""; // "value" up, "-value" down, "" as written
    const words = Object.fromEntries(rows.filter((row) => row.dataset.words).map((row) => [KEYS.subject(row), row.dataset.words]));
    for (const row of rows) row.folded = fold(`${row.textContent} ${words[KEYS.subject(row)] ?? ""}`);

    const apply = () => {
      const tokens = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const fits = filters.every((f) => !f.value || row.dataset[f.name] === f.value)
          && tokens.every((token) => row.folded.includes(token));
        row.hidden = !fits;
        shown += fits;
      }
      for (const { head, rows } of groups) head.hidden = Boolean(sorted) || rows.every((row) => row.hidden);
      count.textContent = form.dataset.shown.replace("{n}", shown).replace("{total}", rows.length);
    };

    const order = () => {
      const field = sorted.replace(/^-/, "");
      const sign = sorted.startsWith("-") ? -1 : 1;
      const compare = (a, b) => {
        const [x, y] = [KEYS[field](a), KEYS[field](b)];
        return sign * (typeof x === "string" ? x.localeCompare(y, document.documentElement.lang) : x - y);
      };
      if (field) groups[0].body.append(...[...rows].sort(compare));
      else for (const group of groups) group.body.append(...group.rows);
      for (const head of heads) {
        const state = head.dataset.sort !== field ? "none" : sign < 0 ? "descending" : "ascending";
        head.setAttribute("aria-sort", state);
      }
    };

    const follow = () => { for (const link of languages) link.search = location.search; };

    const remember = (how) => {
      const state = new URLSearchParams();
      for (const field of [form.elements.q, ...filters]) if (field.value) state.set(field.name, field.value);
      if (sorted) state.set("sort", sorted);
      const query = state.toString();
      if (query !== location.search.slice(1)) history[how](null, "", query ? `?${query}` : location.pathname);
      follow();
    };

    const recall = () => {
      const state = new URLSearchParams(location.search);
      form.elements.q.value = (state.get("q") ?? "").slice(0, LONGEST);
      for (const select of filters) {
        const asked = state.get(select.name);
        select.value = [...select.options].some((option) => option.value === asked) ? asked : "";
      }
      const asked = state.get("sort") ?? "";
      sorted = Object.hasOwn(KEYS, asked.replace(/^-/, "")) ? asked : "";
      order();
      apply();
      follow();
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
        apply();
        remember("pushState");
      });
    }

    form.hidden = false;
    recall();
    const asked = document.getElementById(decoded(location.hash.slice(1)));
    (asked?.matches("i, tbody") ? asked.closest("section") : asked)?.scrollIntoView();
    const changed = (how) => { apply(); remember(how); };
    form.elements.q.addEventListener("input", () => changed("replaceState"));
    for (const select of filters) select.addEventListener("change", () => changed("pushState"));
    form.addEventListener("reset", () => setTimeout(() => { sorted = ""; order(); changed("pushState"); }));
    addEventListener("popstate", recall);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-targets]");
    const table = document.querySelector("#promises table");
    if (form && table) start(form, table);
  });
})();
