// What only the browser knows of a page that is taken away or corrected: its own address, for citations and the lines for
// embedding, where the build did not know it; and the figure that the address names, for the form. The lines of data
// files are linked here, as their addresses would be a tenth of a large page.
(() => {
  "use strict";
  function fillAddresses() {
    if (!location.protocol.startsWith("http")) return; // a folder's own path means nothing to others
    const page = location.origin + location.pathname.replace(/index\.html$/, "");
    for (const code of document.querySelectorAll("[data-embed]")) {
      const site = new URL(code.dataset.embed || "./", page).href;
      const row = code.closest("dd");
      code.textContent = code.textContent.replaceAll("{site}", site);
      row.hidden = row.previousElementSibling.hidden = false;
    }
    for (const place of document.querySelectorAll("[data-here]")) {
      const figure = place.dataset.here;
      place.textContent = ` ${page}${figure && `#${encodeURI(figure)}`}`;
    }
    for (const code of document.querySelectorAll("[data-bibtex]")) {
      code.textContent = code.textContent.replace(/\}\s*$/, () => `  url = {${page}},\n}\n`);
    }
  }

  // Behind a statement stands its place, economy.yml:12; where the file is linked, the line is too.
  function linkLines() {
    for (const file of document.querySelectorAll("[data-lines]")) {
      for (const place of file.closest("section").querySelectorAll(".figures code")) {
        const [name, line] = place.textContent.split(":");
        if (!file.textContent.endsWith(`/${name}`)) continue;
        const link = linked(file.dataset.lines, `${file.href}#L${line}`);
        link.title = place.textContent;
        place.replaceWith(link);
      }
    }
  }

  function linked(text, href) {
    return Object.assign(document.createElement("a"), { className: "line", textContent: text, href, rel: "nofollow" });
  }

  // The form with the figure filled in, beside the line of its data; an address names one at a time.
  function offerForm() {
    const general = document.querySelector("[data-form]");
    const figure = document.querySelector(":target");
    const row = figure?.closest("p") ?? figure?.closest("tr")?.querySelector("td:last-child p");
    const line = row?.querySelector(".line");
    if (!general || !line) return;
    document.querySelector("[data-form-of]")?.remove();
    const form = new URL(general.href);
    for (const name of ["title", "figure"]) form.searchParams.set(name, figure.id);
    form.searchParams.set("page", location.href);
    const link = linked(general.textContent, form.href);
    link.dataset.formOf = figure.id;
    line.after(" ", link);
  }

  for (const fill of [fillAddresses, linkLines]) document.addEventListener("DOMContentLoaded", fill);
  for (const event of ["load", "hashchange"]) addEventListener(event, offerForm);
})();
