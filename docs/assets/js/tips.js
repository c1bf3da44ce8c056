// PNG of a chart on demand; what a mark of a chart stands for, shown where it is pointed at; the page's own address, which
// the build may not know, in citations and the lines for embedding; and the form for the figure that the address names.
(() => {
  "use strict";
  async function savePicture(address) {
    const drawing = await (await fetch(address)).text();
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * picture.width, 2 * picture.height];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = address.split("/").pop().replace(/svg$/, "png");
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }

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

  // The form with the figure filled in, beside the line of its data; an address names one at a time.
  function offerForm() {
    const general = document.querySelector("[data-form]");
    const figure = document.querySelector(":target");
    const row = figure?.closest("p") ?? figure?.closest("tr")?.querySelector("td:last-child p");
    if (!general || !row?.querySelector(".line")) return;
    document.querySelector("[data-form-of]")?.remove();
    const form = new URL(general.href);
    for (const name of ["title", "figure"]) form.searchParams.set(name, figure.id);
    form.searchParams.set("page", location.href);
    const link = Object.assign(document.createElement("a"), { className: "line", href: form.href, rel: "nofollow" });
    link.dataset.formOf = figure.id;
    link.textContent = general.textContent;
    row.querySelector(".line").after(" ", link);
  }

  for (const event of ["load", "hashchange"]) addEventListener(event, offerForm);
  document.addEventListener("DOMContentLoaded", () => {
    fillAddresses();
    for (const link of document.querySelectorAll("[data-png]")) {
      link.hidden = false;
      link.addEventListener("click", (event) => { event.preventDefault(); savePicture(link.href); });
    }
    if (!document.querySelector("[data-tip]")) return;

    const tip = document.createElement("div");
    tip.className = "tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true"); // the table below the chart says the same
    document.body.append(tip);
    const hide = () => { tip.hidden = true; };

    document.addEventListener("pointerover", (event) => {
      const mark = event.target.closest?.("[data-tip]");
      if (!mark) { hide(); return; }
      tip.textContent = mark.dataset.tip;
      tip.hidden = false;
      const at = mark.getBoundingClientRect();
      const left = Math.min(Math.max(8, at.left + at.width / 2 - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 8);
      const above = at.top - tip.offsetHeight - 8;
      tip.style.left = `${left}px`;
      tip.style.top = `${above > 60 ? above : at.bottom + 8}px`;
    });
    document.addEventListener("scroll", hide, { passive: true });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  });
})();
