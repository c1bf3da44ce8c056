// PNG of a chart on demand; and a chart that answers: what a mark stands for, closer looks, the choice of a measure.
// Nothing of the latter is loaded before a reader asks for it.
(() => {
  "use strict";
  const RUNTIME = new URL("../vendor/vega/vega.min.js", document.currentScript.src).href;

  let chosen = { areas: [], only: false }; // of areas that lie side by side

  async function savePicture({ href: address, svg }) {
    const drawing = svg ?? await (await fetch(address)).text();
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

  // A comparison with the areas that a reader has chosen: marked, or alone.
  function narrowed({ params, datasets, ...rest }) {
    const given = params.map((one) => (one.name === "chosen" ? { ...one, value: chosen.areas } : one));
    if (!chosen.only || !chosen.areas.length) return { ...rest, params: given, datasets };
    const order = (datasets.names ?? []).filter((row) => chosen.areas.includes(row.area)).map((row) => row.row);
    const kept = (rows) => (rows.some((row) => "row" in row)
      ? rows.filter((row) => order.includes(row.row)).map((row) => ({ ...row, row: order.indexOf(row.row) })) : rows);
    const fewer = Object.fromEntries(Object.entries(datasets).map(([name, rows]) => [name, kept(rows)]));
    return { ...rest, params: given, datasets: fewer };
  }

  // The files of a chart are then those of what it shows.
  async function refill(figure, view, chart) {
    const svg = await view.toSVG();
    for (const link of figure.querySelectorAll(".files a")) {
      const name = link.dataset.name ??= new URL(link.href).pathname.split("/").pop();
      if ("png" in link.dataset) { link.svg = svg; continue; }
      const [text, type] = name.endsWith(".json") ? [JSON.stringify(chart), "application/json"] : [svg, "image/svg+xml"];
      link.download = name;
      link.href = URL.createObjectURL(new Blob([text], { type }));
    }
  }

  const json = async (address) => (await fetch(address)).json();

  // A chart of a kind, compiled at build, with the parameters and the data of one specification.
  function filled(kind, { params, datasets }) {
    const values = new Map(params.map(({ name, value }) => [name, value]));
    for (const signal of kind.signals ?? []) if (values.has(signal.name)) signal.value = values.get(signal.name);
    for (const rows of kind.data) if (rows.name in datasets) rows.values = datasets[rows.name];
    return kind;
  }

  // A box of words at the pointer. A screen reader has the text and the table of the chart instead.
  function tip() {
    const box = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
    box.setAttribute("aria-hidden", "true");
    document.body.append(box);
    return (_, event, item, words) => {
      box.hidden = !words;
      if (!words) return;
      box.textContent = words;
      const left = Math.min(event.clientX + 12, innerWidth - box.offsetWidth - 8);
      const above = event.clientY - box.offsetHeight - 12;
      box.style.left = `${Math.max(8, left)}px`;
      box.style.top = `${above > 60 ? above : event.clientY + 16}px`;
    };
  }

  // The measures of a chart of several panels, of which it then shows one.
  function choice(words, { params }, view) {
    const panels = params.filter(({ name }) => /^panel\d+$/.test(name));
    if (panels.length < 2) return [];
    const select = document.createElement("select");
    select.setAttribute("aria-label", words);
    select.append(...panels.map(({ value }, n) => new Option(value, n)));
    select.addEventListener("change", () => view.signal("shown", Number(select.value)).runAsync());
    return [select];
  }

  async function answer(button) {
    const place = button.closest("figure").querySelector(".chart");
    const { kind, spec, measure } = button.dataset;
    button.disabled = true;
    const [vega, empty, chart] = await Promise.all([import(RUNTIME), json(kind), json(spec)]);
    const figure = button.closest("figure");
    const draw = async () => {
      const shown = narrowed(chart);
      const container = document.createElement("div");
      const view = new vega.View(vega.parse(filled(structuredClone(empty), shown), null, { ast: true }), {
        expr: vega.expressionInterpreter, renderer: "svg", hover: true, container, tooltip: tip(),
      });
      await view.runAsync();
      place.replaceChildren(...choice(measure, chart, view), container);
      place.classList.add("chart--answers");
      if (chart.params.some(({ name }) => name === "chosen")) await refill(figure, view, shown);
    };
    await draw();
    document.addEventListener("tally:areas", draw);
    button.remove();
  }

  // Who chooses areas sees them in the chart.
  document.addEventListener("tally:areas", ({ detail }) => {
    chosen = detail;
    if (detail.areas.length) document.querySelector(".chart--comparison ~ .note button[data-kind]:not([disabled])")?.click();
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("[data-png]")) {
      link.hidden = false;
      link.addEventListener("click", (event) => { event.preventDefault(); savePicture(link); });
    }
    for (const button of document.querySelectorAll("button[data-kind]")) {
      button.hidden = false;
      button.addEventListener("click", () => answer(button), { once: true });
    }
  });
})();
