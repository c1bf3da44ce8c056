// The raw text beside the reading text, paragraph by paragraph: fetched only when asked for.
(() => {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const link = document.querySelector("[data-beside]");
    const reader = document.querySelector(".reader");
    if (!link || !reader) return;

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
