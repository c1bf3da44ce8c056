// The table of promises: filters and sorting, kept in the address, so that Back undoes the last
// choice and the page in the other language shows the same. What is asked for is looked for on every page of the same
// promises, and an id leads on to the page that it is on. Without this it is a plain table.
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

  // Another page of the same promises, with links that lead where they led there.
  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const bodies = [...page.querySelectorAll("#promises table tbody")];
    for (const body of bodies)
      for (const link of body.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    return bodies;
  }

  // The table of all pages, given in their order; rows of other pages are `away`.
  function merge(table, bodies) {
    const known = new Map();
    for (const body of bodies) {
      const rows = [...body.rows];
      if (!table.contains(body)) for (const row of rows) row.away = true;
      const before = known.get(body.id);
      if (before) before.append(...rows.slice(1));
      else known.set(body.id, body);
      if (before) body.remove();
      else table.append(body);
    }
  }

  const groupsOf = (table) => [...table.tBodies].map((body) => ({ body, head: body.rows[0], rows: [...body.rows].slice(1) }));

  function start(form, table) {
    let groups, rows;
    let pages = [...document.querySelectorAll("[data-parts] a")];
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const filters = [...form.querySelectorAll("select")];
    const languages = document.querySelectorAll("a[hreflang]");
    const count = form.querySelector("[data-count]");
    let sorted = ""; // "value" up, "-value" down, "" as written
    const read = () => {
      groups = groupsOf(table);
      rows = groups.flatMap((group) => group.rows);
      const words = Object.fromEntries(rows.filter((row) => row.dataset.words).map((row) => [KEYS.subject(row), row.dataset.words]));
      for (const row of rows) row.folded = fold(`${row.textContent} ${words[KEYS.subject(row)] ?? ""}`);
    };

    const apply = () => {
      const tokens = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      const asked = Boolean(sorted || tokens.length || filters.some((f) => f.value));
      let shown = 0;
      for (const row of rows) {
        const fits = (asked || !row.away) && filters.every((f) => !f.value || row.dataset[f.name] === f.value)
          && tokens.every((token) => row.folded.includes(token));
        row.hidden = !fits;
        shown += fits;
      }
      for (const { head, rows } of groups) head.hidden = Boolean(sorted) || rows.every((row) => row.hidden);
      count.textContent = form.dataset.shown.replace("{n}", shown).replace("{total}", form.dataset.total);
      if (asked && pages.length) gather();
    };

    // Once, when something is asked for. Where a page is not to be had, this one's rows are what there is.
    const gather = () => {
      const every = pages;
      pages = [];
      form.ariaBusy = "true";
      const own = [...table.tBodies];
      const all = every.map((page) => page.hasAttribute("aria-current") ? own : fetched(page.href));
      Promise.all(all).then((bodies) => {
        for (const group of groups) group.body.append(...group.rows); // as written
        merge(table, bodies.flat());
        read();
        order();
        apply();
      }, () => {}).finally(() => { form.ariaBusy = null; });
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

    // An id that is not here: on which of the other pages?
    const lead = async (id) => {
      for (const page of document.querySelectorAll("[data-parts] a:not([aria-current])")) {
        const bodies = await fetched(page.href);
        if (bodies.some((body) => [...body.rows].some((row) => row.id === id))) return location.replace(page.href + location.hash);
      }
    };
    const arrive = () => {
      const id = decoded(location.hash.slice(1));
      if (id.includes("/") && !document.getElementById(id)) lead(id).catch(() => {});
    };

    read();
    form.hidden = false;
    recall();
    arrive();
    addEventListener("hashchange", arrive);
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
