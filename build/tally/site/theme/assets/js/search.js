// Search: the catalogue and what finds in it (find/) are fetched when the box is first used. Here is
// Material's box: what is listed in it, and how arrows, Enter, Tab and Escape move in it.
(() => {
  "use strict";
  const MOST = 24;
  const PAUSE = 300; // ms without a key, before what an answer lacks is fetched
  const KEYS = ["/", "f", "s"]; // as Material has them
  const FINDER = new URL("find/finder.js", document.currentScript.src).href;
  let asked = null;

  // What finds, and how it gets the files that an answer wants; one that fails is taken for empty.
  function load(root) {
    const fetched = (path) => fetch(`${root}assets/${path}.json`).then(answered);
    asked ??= Promise.all([import(FINDER), fetched("catalogue")])
      .then(([{ finder }, catalogue]) => {
        const { find, learn } = finder(catalogue);
        const get = (name) => fetched(`find/${name}`).catch(() => null).then((content) => learn(name, content));
        return { find, fetchAll: (names) => Promise.all(names.map(get)) };
      })
      .catch((failure) => { asked = null; throw failure; });
    return asked;
  }

  function answered(answer) {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  function element(tag, content, className = "") {
    const made = document.createElement(tag);
    made.textContent = content;
    if (className) made.className = className;
    return made;
  }

  // A link to what was found; to the very figure where that was asked for. Where the site tells of
  // several areas, the name begins with that of its area.
  function option({ kind, route, titles, area, count, figure, meant }, index, { home, lang, ...words }) {
    const [own, other] = lang === "zh" ? [0, 1] : [1, 0];
    const name = (at) => [area?.[at], titles[at]].filter(Boolean).join(" · ");
    const link = document.createElement("a");
    const part = figure.id && (meant || kind === "t") ? `#${figure.id}` : "";
    link.href = `${home}${route}${part}`;
    link.className = "search__item";
    link.id = `search-${index}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const second = element("small", titles[other] === titles[own] ? "" : name(other));
    second.lang = lang === "zh" ? "en" : "zh";
    const what = { a: words.area, h: words.theme, p: words.page }[kind] ?? "";
    link.append(
      element("b", name(own)), " ",
      element("span", figure.value[own] || (count ? words.indicators.replace("{n}", count) : ""), "search__figure"), " ",
      second, " ", element("small", figure.when[own] || what, "search__when"),
    );
    return link;
  }

  // Only nothing and near answers have words of their own above them.
  function listed(found, near, words) {
    const options = found.slice(0, MOST).map((one, index) => option(one, index, words));
    if (!found.length) {
      const nothing = element("div", words.none, "search__none");
      nothing.setAttribute("role", "option");
      nothing.setAttribute("aria-disabled", "true");
      nothing.setAttribute("aria-selected", "false");
      return [nothing];
    }
    if (!near) return options;
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.near);
    const heading = element("div", words.near, "search__none");
    heading.setAttribute("aria-hidden", "true");
    group.append(heading, ...options);
    return [group];
  }

  function attach(form, toggle) {
    const box = form.querySelector("input");
    const output = form.nextElementSibling;
    const list = output.querySelector("[role=listbox]");
    const status = output.querySelector("[data-search-status]");
    const words = form.dataset;
    let finder = null;
    let active = -1;
    let waiting;
    let before = null; // what had the focus

    box.setAttribute("role", "combobox");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-autocomplete", "list");

    const tell = (text) => { status.textContent = text; status.hidden = !text; };

    const ready = () => load(words.root)
      .then((loaded) => { finder = loaded; })
      .catch(() => tell(words.failed));

    const fold = () => {
      list.hidden = true;
      active = -1;
      tell("");
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };

    // Material's box is open while its toggle is checked.
    const turn = (open) => { if (toggle.checked !== open) toggle.click(); };

    const choose = (index) => {
      const items = list.querySelectorAll("a");
      items[active]?.setAttribute("aria-selected", "false");
      active = (index + items.length) % items.length;
      items[active].setAttribute("aria-selected", "true");
      items[active].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", items[active].id);
    };

    const complete = (typed, wants) => finder.fetchAll(wants)
      .then(() => { if (box.value === typed && toggle.checked) show(true); });

    // Asked again when more is known, it stays with what was chosen.
    const show = (again = false) => {
      const typed = box.value;
      if (!typed.trim()) { fold(); return; }
      if (!finder) { tell(words.loading); ready().then(() => finder && show()); return; }
      const { near, found, wants } = finder.find(typed);
      clearTimeout(waiting);
      if (wants.length) waiting = setTimeout(() => complete(typed, wants), found.length ? PAUSE : 0);
      if (wants.length && !found.length) { tell(words.loading); return; }
      const before = again ? list.querySelector("[aria-selected=true]")?.pathname : "";
      list.replaceChildren(...listed(found, near, words));
      if (!again) list.parentElement.scrollTop = 0;
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      box.removeAttribute("aria-activedescendant");
      active = -1;
      if (found.length) choose(Math.max(0, [...list.querySelectorAll("a")].findIndex((one) => one.pathname === before)));
      const count = words.count.replace("{n}", found.length);
      tell(!found.length ? words.none : near ? `${words.near} ${count}` : count);
    };

    toggle.addEventListener("change", () => {
      if (toggle.checked) box.focus();
      else { fold(); box.blur(); }
    });
    box.addEventListener("focus", ready, { once: true });
    box.addEventListener("focus", (event) => {
      before = event.relatedTarget;
      turn(true);
      if (box.value) show();
    });
    box.addEventListener("input", () => show());
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden && list.querySelector("a");
      if (event.key === "Tab") { fold(); setTimeout(() => turn(false)); return; }
      if (event.key === "Escape") { turn(false); before?.focus(); }
      else if (open && event.key === "ArrowDown") choose(active + 1);
      else if (open && event.key === "ArrowUp") choose(active - 1);
      else if (open && event.key === "Enter") list.querySelector("[aria-selected=true]").click();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    form.addEventListener("submit", (event) => { if (!list.hidden) event.preventDefault(); });
    form.addEventListener("reset", () => setTimeout(() => { box.focus(); show(); }));
    list.addEventListener("click", () => turn(false));
    return box;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-search]");
    const box = attach(form, document.getElementById("__search"));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (!KEYS.includes(event.key) || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
    });
    const typed = new URLSearchParams(location.search).get("q");
    // Only the page that the search leads to asks it; others have filters named q.
    if (typed && new URL(form.action).pathname === location.pathname) {
      box.value = typed;
      box.focus();
      box.dispatchEvent(new Event("input"));
    }
  });
})();
