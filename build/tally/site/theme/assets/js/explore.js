// The table of every figure: what makes it (explore/) is fetched when its first rows are painted.
(() => {
  "use strict";
  const TABLE = new URL("explore/explorer.js", document.currentScript.src);
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-explore]");
    if (form) import(TABLE).then(({ Explorer }) => new Explorer(form));
  });
})();
