// Search: the catalogue is fetched when the box is first used; typed words are matched against
// titles and words of every row, exactly, else by their pairs of letters (for mistyped words).
(() => {
  "use strict";
  const MOST = 12;
  const NEAR = 0.5; // share of letter pairs that a mistyped word must have in common
  const [ROUTE, KIND, ZH, EN, SHOWN_ZH, SHOWN_EN, WORDS] = [0, 1, 2, 3, 4, 5, 6];
  const KIND_BONUS = { i: 6, t: 0, s: 1, p: 2 };

  const fold = (text) => text.normalize("NFKC").toLowerCase().replaceAll("|", " ").trim();
  const pairs = (text) => [...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))];

  function prepare(rows) {
    return rows.map((row) => {
      const titles = [fold(row[ZH]), fold(row[EN])];
      const words = row[WORDS].split("|");
      return { row, titles, words, all: [...titles, ...words].join("|") };
    });
  }

  function exactScore(entry, token) {
    let best = 0;
    for (const title of entry.titles) {
      if (title === token) best = Math.max(best, 100);
      else if (title.startsWith(token)) best = Math.max(best, 60 - Math.min(20, title.length - token.length));
      else if (title.split(/[\s,()（）·-]+/).includes(token)) best = Math.max(best, 40);
      else if (title.includes(token)) best = Math.max(best, 30 - Math.min(15, title.length - token.length));
    }
    for (const word of entry.words) {
      if (word === token) best = Math.max(best, 90);
      else if (word.startsWith(token)) best = Math.max(best, 45 - Math.min(25, word.length - token.length));
      else if (word.includes(token)) best = Math.max(best, 12);
    }
    return best;
  }

  function nearScore(entry, token) {
    if (token.length < 3) return 0;
    const wanted = pairs(token);
    let best = 0;
    for (const text of entry.all.split(/[|\s]+/)) {
      const have = pairs(text);
      if (!have.length) continue;
      const common = wanted.filter((pair) => have.includes(pair)).length;
      best = Math.max(best, (2 * common) / (wanted.length + have.length));
    }
    return best >= NEAR ? 20 * best : 0;
  }

  function find(entries, typed) {
    const tokens = fold(typed).split(/\s+/).filter(Boolean);
    if (!tokens.length) return [];
    const whole = tokens.join(" ");
    const score = (entry, scorer) => {
      let sum = 0;
      for (const token of tokens) {
        const one = scorer(entry, token);
        if (!one) return 0;
        sum += one;
      }
      if (tokens.length > 1) sum += exactScore(entry, whole);
      return sum / tokens.length + KIND_BONUS[entry.row[KIND]];
    };
    for (const scorer of [exactScore, (e, t) => exactScore(e, t) || nearScore(e, t)]) {
      const found = entries.map((entry) => [score(entry, scorer), entry.row]).filter(([s]) => s > 0);
      if (found.length) return found.sort((a, b) => b[0] - a[0]).map(([, row]) => row);
    }
    return [];
  }

  function attach(form) {
    const box = form.querySelector("input");
    const list = form.querySelector("[role=listbox]");
    const status = form.querySelector("[data-search-status]");
    const { root, lang, none, count, loading, failed } = form.dataset;
    let entries = null;
    let asked = null;
    let active = -1;

    box.setAttribute("role", "combobox");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-autocomplete", "list");

    const load = () => (asked ??= fetch(`${root}assets/catalogue.json`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((rows) => { entries = prepare(rows); })
      .catch(() => { asked = null; status.textContent = failed; }));

    const close = () => {
      list.hidden = true;
      active = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };

    const choose = (index) => {
      const items = list.querySelectorAll("[role=option]");
      items[active]?.setAttribute("aria-selected", "false");
      active = (index + items.length) % items.length;
      items[active].setAttribute("aria-selected", "true");
      items[active].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", items[active].id);
    };

    const text = (tag, content, className) => {
      const element = document.createElement(tag);
      element.textContent = content;
      if (className) element.className = className;
      return element;
    };

    const item = (row, index) => {
      const [title, other, shown] = lang === "zh" ? [row[ZH], row[EN], row[SHOWN_ZH]] : [row[EN], row[ZH], row[SHOWN_EN]];
      const link = document.createElement("a");
      link.className = "search__item";
      link.href = root + (lang === "zh" ? "" : "en/") + row[ROUTE];
      link.id = `search-${index}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.append(text("b", title), text("span", shown, "search__figure"));
      if (other !== title) link.append(text("small", other));
      return link;
    };

    const show = () => {
      const typed = box.value;
      if (!fold(typed)) { close(); status.textContent = ""; return; }
      if (!entries) { status.textContent = loading; load().then(() => entries && show()); return; }
      const found = find(entries, typed);
      list.replaceChildren(...found.slice(0, MOST).map(item));
      if (!found.length) {
        const nothing = text("div", none, "search__none");
        nothing.setAttribute("role", "option");
        nothing.setAttribute("aria-disabled", "true");
        nothing.setAttribute("aria-selected", "false");
        list.append(nothing);
      }
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      active = -1;
      if (found.length) choose(0);
      status.textContent = found.length ? count.replace("{n}", found.length) : none;
    };

    box.addEventListener("focus", load, { once: true });
    box.addEventListener("input", show);
    box.addEventListener("focus", () => { if (box.value) show(); });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden && list.querySelector("a");
      if (event.key === "Escape") {
        if (list.hidden) box.blur(); else close();
      } else if (open && event.key === "ArrowDown") choose(active + 1);
      else if (open && event.key === "ArrowUp") choose(active - 1);
      else if (open && event.key === "Enter") list.querySelector("[aria-selected=true]").click();
      else return;
      event.preventDefault();
    });
    form.addEventListener("submit", (event) => { if (!list.hidden) event.preventDefault(); });
    document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
    list.addEventListener("click", close);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const forms = [...document.querySelectorAll("[data-search]")];
    forms.forEach(attach);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      forms[0]?.querySelector("input").focus();
    });
    const asked = new URLSearchParams(location.search).get("q");
    // Only the page that the search leads to asks it; others have filters named q.
    if (asked && forms[0] && new URL(forms[0].action).pathname === location.pathname) {
      const box = forms[0].querySelector("input");
      box.value = asked;
      box.focus();
      box.dispatchEvent(new Event("input"));
    }
  });
})();
