// PNG of a chart on demand; and what a mark of a chart stands for, shown where it is pointed at, tapped or reached with
// the arrow keys.
(() => {
  "use strict";
  const REACH = { move: 10, tap: 24 }; // pixels from a mark at which it is meant
  const BACK = ["ArrowLeft", "ArrowUp"], ALONG = ["ArrowLeft", "ArrowRight"];
  const KEYS = [...BACK, "ArrowRight", "ArrowDown", "Home", "End"];

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

  const marksOf = (chart) => [...chart.querySelectorAll("[data-tip], [data-like]")];

  // What a mark stands for; the narrow drawing of a chart leaves it to the wide one, which stands before it.
  function wordsOf(mark) {
    const { tip, like } = mark.dataset;
    return tip ?? mark.closest(".chart").previousElementSibling.querySelectorAll("[data-tip]")[like].dataset.tip;
  }

  // The mark that a pointer at x and y is nearest to, if it is within reach.
  function nearest(chart, { clientX: x, clientY: y }, reach) {
    const far = (mark) => {
      const at = mark.getBoundingClientRect();
      return Math.hypot(Math.max(at.left - x, 0, x - at.right), Math.max(at.top - y, 0, y - at.bottom));
    };
    const [found] = marksOf(chart).map((mark) => [far(mark), mark]).sort((one, other) => one[0] - other[0]);
    return found && found[0] <= reach ? found[1] : null;
  }

  // The mark that a key leads to: left and right by their places across, up and down by their heights.
  function following(chart, current, key) {
    const across = ALONG.includes(key) || key === "Home" || key === "End";
    const placed = marksOf(chart).map((mark) => {
      const at = mark.getBoundingClientRect();
      const place = [Math.round(at.left + at.width / 2), Math.round(at.top + at.height / 2)];
      return { mark, place: across ? place : place.reverse() };
    });
    const marks = placed.sort(({ place: a }, { place: b }) => a[0] - b[0] || a[1] - b[1]).map(({ mark }) => mark);
    if (key === "Home" || key === "End") return marks.at(key === "Home" ? 0 : -1);
    const now = marks.indexOf(current), step = BACK.includes(key) ? -1 : 1;
    return now < 0 ? marks.at(step < 0 ? -1 : 0) : marks[now + step] ?? current;
  }

  // A box of words beside a mark. A screen reader has the text and the table of the chart instead.
  function tipBox() {
    const box = document.createElement("div");
    box.className = "tip";
    box.hidden = true;
    box.setAttribute("aria-hidden", "true");
    document.body.append(box);
    let shown = null;
    const place = () => {
      if (!shown) return;
      const at = shown.getBoundingClientRect();
      const left = Math.min(Math.max(8, at.left + at.width / 2 - box.offsetWidth / 2), innerWidth - box.offsetWidth - 8);
      const above = at.top - box.offsetHeight - 8;
      box.style.left = `${left}px`;
      box.style.top = `${above > 60 ? above : at.bottom + 8}px`;
    };
    const show = (mark) => {
      if (mark === shown) return;
      shown?.classList.remove("at");
      mark?.classList.add("at");
      shown = mark;
      box.hidden = !mark;
      box.textContent = mark ? wordsOf(mark) : "";
      place();
    };
    return { show, place, current: () => shown };
  }

  function listen({ show, place, current }) {
    const chartAt = (event) => event.target.closest?.(".chart");
    const point = (reach) => (event) => {
      const chart = chartAt(event);
      show(chart ? nearest(chart, event, reach) : null);
    };
    const move = point(REACH.move), tap = point(REACH.tap);
    const lead = (chart, key) => {
      const mark = following(chart, current(), key);
      mark.scrollIntoView({ block: "nearest" });
      show(mark);
    };
    for (const chart of document.querySelectorAll(".chart")) {
      if (!marksOf(chart).length) continue;
      chart.tabIndex = 0;
      chart.addEventListener("click", tap);
      chart.addEventListener("focus", () => { if (chart.matches(":focus-visible")) lead(chart, "End"); });
      chart.addEventListener("blur", () => show(null));
      chart.addEventListener("keydown", (event) => {
        if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        lead(chart, event.key);
      });
    }
    document.addEventListener("pointermove", (event) => { if (event.pointerType === "mouse") move(event); });
    document.addEventListener("pointerdown", (event) => { if (!chartAt(event)) show(null); });
    document.addEventListener("scroll", place, { passive: true, capture: true });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });
    addEventListener("beforeprint", () => show(null));
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("[data-png]")) {
      link.hidden = false;
      link.addEventListener("click", (event) => { event.preventDefault(); savePicture(link.href); });
    }
    if (document.querySelector("[data-tip]")) listen(tipBox());
  });
})();
