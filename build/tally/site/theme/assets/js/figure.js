// A figure and a promise stand on the page of their area. From an address published before there were such pages this
// leads on: the area is the first part of the figure's id, and the page has a link to what it knows of each area.
(() => {
  "use strict";

  // An address may hold what encodes nothing (%ff); no figure is called so.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return ""; }
  }

  function follow() {
    const asked = decoded(location.hash.slice(1));
    const query = new URLSearchParams(location.search);
    const places = [...document.querySelectorAll("a[data-area]")];
    const named = query.get("area") ?? (asked.includes("/") ? asked.split("/")[0] : null);
    const filtered = location.search || (asked && !document.getElementById(asked));
    const found = places.find((place) => place.dataset.area === named) ?? (filtered && places.length === 1 ? places[0] : null);
    if (!found) return;
    query.delete("area");
    const kept = query.toString();
    location.replace(`${found.pathname}${kept ? `?${kept}` : ""}${location.hash}`);
  }

  for (const event of ["DOMContentLoaded", "hashchange"]) addEventListener(event, follow);
})();
