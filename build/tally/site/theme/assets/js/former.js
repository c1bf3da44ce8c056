// In a source: from a figure's former id to its id now. An address may name a figure by the former id of its indicator, with
// the area before it or without; the page of that former id says what the indicator is called now.
(() => {
  "use strict";
  const PARTS = 3; // an indicator, a period and a measure
  const ID = /^[a-z0-9-]{1,80}$/;
  const PERIOD = /^(19|20)\d\d/;

  // An address may hold what encodes nothing (%ff); no figure is called so.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return ""; }
  }

  async function follow() {
    const asked = decoded(location.hash.slice(1));
    const parts = asked.split("/");
    if (parts.length < PARTS || document.getElementById(asked)) return;
    const area = location.pathname.split("/").at(-3);
    const place = parts[0] === area ? 1 : 0;
    const now = ID.test(parts[place]) && PERIOD.test(parts[place + 1]) ? await named(parts[place]) : null;
    if (now) location.replace(`#${parts.with(place, now).join("/")}`);
  }

  async function named(former) {
    const answer = await fetch(`../../../indicators/${encodeURIComponent(former)}/`);
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-now]")?.dataset.now;
  }

  for (const event of ["DOMContentLoaded", "hashchange"]) addEventListener(event, () => { follow().catch(() => {}); });
})();
