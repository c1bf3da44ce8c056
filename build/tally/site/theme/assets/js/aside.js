// A figure of a long series that stands on the page beside it: from its address on the page of the series, which lasts.
(() => {
  "use strict";

  // An address may hold what encodes nothing (%ff); no figure is called so.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return ""; }
  }

  function follow() {
    const asked = decoded(location.hash.slice(1));
    if (asked.includes("/") && !document.getElementById(asked)) location.replace(`${document.querySelector("[data-aside]").href}${location.hash}`);
  }

  for (const event of ["DOMContentLoaded", "hashchange"]) addEventListener(event, follow);
})();
