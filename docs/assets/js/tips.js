// PNG of a chart on demand; what a mark of a chart stands for, shown where it is pointed at; and the site's own address in
// the lines for embedding, which the build may not know.
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

  document.addEventListener("DOMContentLoaded", () => {
    for (const code of document.querySelectorAll("[data-embed]")) {
      const site = new URL(code.dataset.embed || "./", location.href).href;
      code.textContent = code.textContent.replaceAll("{site}", site);
    }
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
