// The raw text beside the reading text, paragraph by paragraph: fetched only when asked for. And the address of the
// sentence under the pointer; a paragraph has its own without scripts. And the way to another page of a long report.
(() => {
  "use strict";
  // A figure, a sentence or a paragraph of another page: the whole report stood on its first page once.
  async function follow() {
    const asked = decodeURIComponent(location.hash.slice(1));
    if (!asked || document.getElementById(asked)) return;
    for (const page of new Set([...document.querySelectorAll("[data-pages] a:not([aria-current])")].map((to) => to.href))) {
      const answer = await fetch(page);
      const other = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (other.getElementById(asked)) return location.replace(`${page}${location.hash}`);
    }
  }

  function followPages() {
    const quietly = () => { follow().catch(() => {}); };
    addEventListener("hashchange", quietly);
    quietly();
  }

  document.addEventListener("DOMContentLoaded", () => {
    followPages();
    const link = document.querySelector("[data-beside]");
    const reader = document.querySelector(".reader");
    if (!link || !reader) return;

    const text = reader.querySelector(".reader__text");
    const here = document.createElement("a");
    here.className = "here here--sentence";
    here.textContent = "#";
    text.addEventListener("pointerover", ({ target }) => {
      const sentence = target.closest(".s");
      if (!sentence || sentence.nextSibling === here) return;
      here.href = `#${sentence.id}`;
      here.setAttribute("aria-label", text.dataset.sentence);
      sentence.after(here);
    });

    const button = document.createElement("button");
    button.type = "button";
    button.className = "reader__beside";
    button.textContent = link.dataset.beside;
    button.setAttribute("aria-pressed", "false");
    link.before(button);

    let fetched = null;
    const raw = () => (fetched ??= fetch(link.href)
      .then((answer) => answer.text())
      .then((html) => new DOMParser().parseFromString(html, "text/html")));

    const place = (page) => {
      for (const paragraph of page.querySelectorAll(".rawtext > p")) {
        const reading = document.getElementById(paragraph.id);
        const beside = document.createElement("p");
        beside.className = "beside";
        beside.textContent = paragraph.textContent;
        reading?.after(beside);
      }
    };

    button.addEventListener("click", async () => {
      if (!fetched) {
        try { place(await raw()); } catch { location.href = link.href; return; }
      }
      const on = reader.classList.toggle("reader--beside");
      button.setAttribute("aria-pressed", String(on));
    });
  });
})();
