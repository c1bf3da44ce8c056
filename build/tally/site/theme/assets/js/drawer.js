// Material's drawer is opened by a label: here by a button, for the keyboard and whoever listens, and
// closed by Escape. Its stylesheet knows the label by what it is for.
(() => {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const toggle = document.getElementById("__drawer");
    const label = document.querySelector("header label[for=__drawer]");
    const name = document.querySelector(".md-nav--primary")?.ariaLabel;
    if (!label || !name) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", toggle.id);
    button.setAttribute("aria-label", name);
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    label.replaceWith(button);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
  });
})();
