// What rows say, and the two ways to see them against years: an area's, or an indicator's in all areas.
import { element, gridRows } from "./draw.js";
import { grid, most } from "./sift.js";

const YEAR = /^\d{4}$/;

// The part of the explorer that tells; it needs what the explorer knows of store, labels and choices.
export class Told {
  // What a row says in a column.
  says(column, row) {
    const { codes, texts } = this.store;
    const told = (name) => texts.column(name).values[row];
    const id = told("id");
    if (column === "text") return { text: told(`text_${this.lang}`) ?? "" };
    if (column === "source") {
      const [code, title] = this.labels.source?.[told("source")] ?? ["", ""];
      return { text: title, href: code && `${this.said.root}sources/${code}/#${id}` };
    }
    if (column === "name") return { text: this.labels.indicator[codes.indicator[row]][1] || told(`name_${this.lang}`) || "…", href: this.home(row) };
    const [code, label] = this.labels[column][codes[column][row]] ?? ["", ""];
    return { text: label, className: column === "verdict" && code ? `verdict verdict--${code}` : "" };
  }

  // The page of a figure, and its place there as soon as it is known.
  home(row) {
    const { codes, texts } = this.store;
    const [id, source] = [texts.column("id").values[row], texts.column("source").values[row]];
    const [area, indicator] = ["area", "indicator"].map((name) => this.labels[name][codes[name][row]][0]);
    const own = { "": `areas/${area}/targets/`, "*": `sources/${this.labels.source?.[source]?.[0] ?? ""}/` };
    return `${this.said.root}${own[indicator] ?? `areas/${area}/${indicator}/`}${id ? `#${id}` : ""}`;
  }

  // Two years of an area beside each other.
  yearParts() {
    const { codes } = this.store;
    const area = this.chosen.area ?? (this.labels.area.length === 1 ? 0 : most(this.counts.area));
    const of = this.matched.filter((row) => codes.area[row] === area);
    const periods = this.labels.period.map(([code]) => code);
    const known = new Set([...of].map((row) => periods[codes.period[row]]));
    const years = [...known].filter((code) => YEAR.test(code)).sort().reverse();
    this.offerYears(years);
    const chosen = this.years;
    const rows = of.filter((row) => chosen.includes(periods[codes.period[row]]));
    const named = rows.filter((row) => this.labels.indicator[codes.indicator[row]][1]);
    const lines = grid(named, (row) => `${codes.indicator[row]} ${codes.measure[row]}`, (row) => periods[codes.period[row]], codes.preferred);
    this.tellGrid(this.labels.area[area]?.[1]);
    return this.gridParts(lines, [...chosen], named, (key) => {
      const [indicator, measure] = key.split(" ").map(Number);
      const [id, label] = this.labels.indicator[indicator];
      return { text: `${label} · ${this.labels.measure[measure][1]}`, href: `${this.said.root}areas/${this.labels.area[area][0]}/${id}/` };
    });
  }

  // One indicator and measure in all areas, by years.
  areaParts() {
    const { codes } = this.store;
    const named = (name) => this.counts[name].map((count, at) => (this.labels[name][at]?.[1] ? count : 0));
    const indicator = this.chosen.indicator ?? most(named("indicator"));
    const of = this.matched.filter((row) => codes.indicator[row] === indicator);
    const measures = new Uint32Array(this.labels.measure.length + 1);
    for (const row of of) measures[codes.measure[row]] += 1;
    const measure = this.chosen.measure ?? most(measures);
    const periods = this.labels.period.map(([code]) => code);
    const rows = of.filter((row) => codes.measure[row] === measure && YEAR.test(periods[codes.period[row]]));
    const years = [...new Set([...rows].map((row) => periods[codes.period[row]]))].sort().reverse();
    const lines = grid(rows, (row) => codes.area[row], (row) => periods[codes.period[row]], codes.preferred);
    const label = this.labels.indicator[indicator]?.[1];
    this.tellGrid(label && `${label} · ${this.labels.measure[measure]?.[1] ?? ""}`);
    const inOrder = new Map([...lines].sort(([a], [b]) => a - b));
    return this.gridParts(inOrder, years, rows, (area) => {
      const [id, name] = this.labels.area[area];
      return { text: name, href: `${this.said.root}areas/${id}/${this.labels.indicator[indicator][0]}/` };
    });
  }

  get reported() {
    return this.labels.kind.findIndex(([code]) => code === "actual");
  }

  tellGrid(what) {
    this.place.querySelector("[data-same]").textContent = what ?? "";
  }

  gridParts(lines, years, rows, headOf) {
    const called = new Map(this.labels.period);
    const columns = years.filter(Boolean).map((key) => ({ key, label: called.get(key) }));
    const shown = [...lines.values()].flatMap((cells) => [...cells.values()].flat());
    return {
      rows: shown,
      taken: Uint32Array.from(rows),
      heads: [{ key: "name", label: this.view === "areas" ? this.box("area").dataset.title : this.box("name").dataset.title }, ...columns],
      body: () => gridRows([...lines].map(([key, cells]) => [headOf(key), cells]), columns, (row) => this.cell(row)),
    };
  }

  // A figure in a grid; a promise says that it is one.
  cell(row) {
    const { codes, texts } = this.store;
    const link = element("a", texts.column(`text_${this.lang}`).values[row] || "…", { href: this.home(row) });
    if (codes.kind[row] === this.reported) return [link];
    const [code, label] = this.labels.verdict[codes.verdict[row]] ?? ["", ""];
    const promise = element("small", `${this.labels.kind[codes.kind[row]][1]} `);
    return [promise, link, ...(code && code !== "pending" ? [" ", element("span", label, { className: `verdict verdict--${code}` })] : [])];
  }

  // The years that the area has, the two latest where none were asked for.
  offerYears(years) {
    const called = new Map(this.labels.period);
    const asked = this.years.map((year, at) => (years.includes(year) ? year : years[1 - at] ?? years[0] ?? ""));
    this.years = asked;
    ["a", "b"].forEach((name, at) => {
      this.controls[name].replaceChildren(...years.map((year) => element("option", called.get(year), { value: year, selected: year === asked[at] })));
    });
  }
}
