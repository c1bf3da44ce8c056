// Search: the catalogue and what finds in it (find/) are fetched when the box is first used. Here is
// the box: what is listed, and how arrows, Enter and Escape move in it.
(() => {
  "use strict";
  const MOST = 24;
  const FINDER = new URL("find/finder.js", document.currentScript.src).href;
  let asked = null; // one finder for all boxes of a page

  function load(root) {
    asked ??= Promise.all([import(FINDER), fetch(`${root}assets/catalogue.json`).then(answered)])
      .then(([{ finder }, catalogue]) => finder(catalogue))
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

  // A link to what was found; to the very figure where that was asked for.
  function option({ kind, route, titles, figure, meant }, index, { root, lang }) {
    const [own, other] = lang === "zh" ? [0, 1] : [1, 0];
    const link = document.createElement("a");
    const part = figure.id && (meant || kind === "t") ? `#${figure.id}` : "";
    link.href = `${root}${lang === "zh" ? "" : "en/"}${route}${part}`;
    link.className = "search__item";
    link.id = `search-${index}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const second = element("small", titles[other] === titles[own] ? "" : titles[other]);
    second.lang = lang === "zh" ? "en" : "zh";
    link.append(
      element("b", titles[own]), " ", element("span", figure.value[own], "search__figure"), " ",
      second, " ", element("small", figure.when[own], "search__when"),
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

  function attach(form) {
    const box = form.querySelector("input");
    const list = form.querySelector("[role=listbox]");
    const status = form.querySelector("[data-search-status]");
    const words = form.dataset;
    let find = null;
    let active = -1;

    box.setAttribute("role", "combobox");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-autocomplete", "list");

    const ready = () => load(words.root)
      .then((finder) => { find = finder; })
      .catch(() => { status.textContent = words.failed; });

    const close = () => {
      list.hidden = true;
      active = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };

    const choose = (index) => {
      const items = list.querySelectorAll("a");
      items[active]?.setAttribute("aria-selected", "false");
      active = (index + items.length) % items.length;
      items[active].setAttribute("aria-selected", "true");
      items[active].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", items[active].id);
    };

    const show = () => {
      if (!box.value.trim()) { close(); status.textContent = ""; return; }
      if (!find) { status.textContent = words.loading; ready().then(() => find && show()); return; }
      const { near, found } = find(box.value);
      list.replaceChildren(...listed(found, near, words));
      list.hidden = false;
      list.scrollTop = 0;
      box.setAttribute("aria-expanded", "true");
      box.removeAttribute("aria-activedescendant");
      active = -1;
      if (found.length) choose(0);
      const count = words.count.replace("{n}", found.length);
      status.textContent = !found.length ? words.none : near ? `${words.near} ${count}` : count;
    };

    box.addEventListener("focus", ready, { once: true });
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
    const typed = new URLSearchParams(location.search).get("q");
    // Only the page that the search leads to asks it; others have filters named q.
    if (typed && forms[0] && new URL(forms[0].action).pathname === location.pathname) {
      const box = forms[0].querySelector("input");
      box.value = typed;
      box.focus();
      box.dispatchEvent(new Event("input"));
    }
  });
})();
