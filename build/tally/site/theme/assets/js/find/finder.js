// Finding what is typed, however it is typed. Names answer first; what an answer lacks, such as the
// figures of the area that was named, it `wants`: the caller fetches that, has it learned and asks
// again. `find` answers with {near, found, wants}: what was found, best first, each {kind, route,
// area, titles, figure, meant}. `area` has the names of an area where the site tells of several,
// `meant` is more than 0 where that very figure was asked for, `near` where nothing holds all that
// was typed.
import { entriesOf } from "./entries.js";
import { figurer, fitting, inFigure } from "./figures.js";
import { inNames } from "./names.js";
import { reader } from "./reading.js";

const FIRST = { areas: 0.4, indicators: 0.08, themes: 0.05, pages: 0.03 }; // what goes before others
const MUCH_REPORTED = 0.2; // what the indicator with most figures has over one with none
const PLACED = 0.3; // every document of an area is from there
const ASKED = 0.3; // a year, a measure or a promise, which no name holds
const LISTED = 0.5; // an area's indicators where the area alone was typed
const HALF = 0.5;
const FAR = 0.35; // what scores less than this share of the best is left out
const NONE = { id: "", value: ["", ""], when: ["", ""] };
const OF_AN_AREA = 6; // indicators
const SHOWN = 3; // areas whose figures are fetched
const MOST = 60; // series that state a number

export function finder(catalogue) {
  const { areas, indicators, themes, pages, documentOf } = entriesOf(catalogue);
  const alone = areas.length === 1;
  const every = [...areas, ...indicators, ...themes, ...pages].flatMap(({ names }) => names);
  const read = reader(catalogue, [...new Set(every)]);
  const figureOf = figurer(catalogue);
  const shards = new Set(catalogue.numbers);
  const known = new Map();

  // Takes a file that was wanted; an empty one where it could not be had.
  function learn(name, content) {
    if (name === "documents") known.set(name, (content ?? []).map(documentOf));
    else known.set(name, content ?? {});
  }

  function find(typed) {
    const wants = new Set(["documents"]);
    for (const [near, reading, share] of [[false, read.exact, 1], [true, read.near, HALF]]) {
      const asks = reading(typed).map((one) => asking(one, share));
      const found = best(asks.flatMap((ask) => answers(ask)));
      const numbered = found.length || near ? found : best(asks.flatMap((ask) => numbers(ask, wants)));
      const shown = withFigures(numbered, wants);
      const missing = [...wants].filter((name) => !known.has(name));
      if (shown.length || missing.length || near) return { near: near && shown.length > 0, found: shown, wants: missing };
    }
    return { near: false, found: [], wants: [] };
  }

  // What was typed, with what it names of areas: `asked` is what each concept is worth where only
  // figures can hold it.
  function asking({ concepts, weight }, share) {
    return {
      concepts,
      weight,
      least: Math.ceil(concepts.length * share),
      asked: concepts.map((concept) => (read.isOfFigures(concept) ? ASKED : 0)),
      places: areas.map(({ names }) => concepts.map((concept) => inNames(concept, names))),
      seen: concepts.map(() => new Map()),
    };
  }

  // How well all concepts are held together, 0 where too few are.
  function held(ask, ...ways) {
    const each = ask.concepts.map((_, i) => Math.max(ask.asked[i], ...ways.map((way) => way[i])));
    if (each.filter(Boolean).length < ask.least) return 0;
    return ask.weight * (each.reduce((sum, one) => sum + one, 0) / each.length);
  }

  function answers(ask) {
    const named = ask.places.map((place, at) => ({ place, at })).filter(({ place }) => place.some(Boolean));
    return [
      ...(alone ? [] : named.flatMap((one) => ofArea(one, ask))),
      ...indicators.flatMap((entry) => ofIndicator(entry, named, ask)),
      ...[["h", "themes", themes], ["p", "pages", pages]].flatMap(([kind, sort, all]) => all.map((entry) => plain(kind, sort, entry, ask))),
      ...(known.get("documents") ?? []).map((entry) => ofDocument(entry, ask)),
    ].filter(({ score }) => score);
  }

  // The area's page, or that of its promises where they are asked for; and what it tells most of.
  function ofArea({ place, at }, ask) {
    const score = held(ask, place);
    if (!score) return [];
    const { id, titles } = areas[at];
    const promised = ask.concepts.some(read.isPromise);
    const page = { kind: "a", route: `areas/${id}/${promised ? "targets/" : ""}`, titles, ask, score: score + FIRST.areas };
    const told = indicators.filter((one) => one.areas.includes(at)).sort((a, b) => b.told - a.told).slice(0, OF_AN_AREA);
    return [page, ...told.map((entry) => ({ ...series(entry, at), ask, score: score * LISTED + MUCH_REPORTED * entry.told }))];
  }

  function ofIndicator(entry, named, ask) {
    const names = ask.concepts.map((concept) => inNames(concept, entry.names));
    if (!names.some(Boolean)) return [];
    const bonus = FIRST.indicators + MUCH_REPORTED * entry.told;
    const rated = (score, what) => ({ ...what, ask, score: score && score + bonus });
    if (alone) return [rated(held(ask, names, ask.places[0].map((one) => one && PLACED)), series(entry, 0))];
    const own = { kind: "i", route: `indicators/${entry.id}/`, titles: entry.titles };
    const placed = named.filter(({ place, at }) => entry.areas.includes(at) && place.some((one, i) => one > names[i]));
    return [rated(held(ask, names), own), ...placed.map(({ place, at }) => rated(held(ask, names, place), series(entry, at)))];
  }

  const series = ({ id, titles }, at) => ({ kind: "i", route: `areas/${areas[at].id}/${id}/`, titles, at, indicator: id });

  function plain(kind, sort, { id, titles, names, count }, ask) {
    const score = whole(ask, names);
    const route = kind === "h" ? `themes/${id}/` : id;
    return { kind, route, titles, count, ask, score: score && score + FIRST[sort] };
  }

  function ofDocument({ kind, id, titles, names, area, figure }, ask) {
    const place = area < 0 ? [] : ask.places[area].map((one) => one && PLACED);
    const score = whole(ask, names, place);
    return { kind, route: id, titles, at: area, figure: figureIn(figure), ask, score: score && score - (kind === "s" ? 0.05 : 0) };
  }

  // Names hold at least one concept themselves.
  function whole(ask, names, place = []) {
    const named = ask.concepts.map((concept) => inNames(concept, names));
    return named.some(Boolean) ? held(ask, named, ask.concepts.map((_, i) => place[i] ?? 0)) : 0;
  }

  const figureIn = ([id, zh, en, whenZh, whenEn]) => ({ id, value: [zh, en], when: [whenZh, whenEn] });

  // The series that state a number: one table tells which, and their figures whether all is held.
  function numbers(ask, wants) {
    const numbered = ask.concepts.filter(({ phrases: [{ typed: [word] }] }) => word.isNumber);
    const values = numbered.filter((concept) => !read.isYear(concept));
    const typed = (values.length ? values : numbered).map(({ phrases: [{ typed: [word] }] }) => word);
    if (!typed.length) return [];
    const pairs = typed.map((word) => stating(word, wants)).reduce((some, others) => some.filter((pair) => others.includes(pair)));
    const named = ([at, place]) => ask.concepts.filter((concept, i) => ask.places[at][i] || inNames(concept, indicators[place].names)).length;
    const rated = pairs.map((pair) => pair.split(" ").map(Number)).map((pair) => ({ pair, held: named(pair) }));
    const first = rated.sort((a, b) => b.held - a.held).slice(0, MOST).map(({ pair }) => pair);
    for (const at of [...new Set(first.map(([place]) => place))].slice(0, 2 * SHOWN)) wants.add(`figures/${areas[at].id}`);
    return first.flatMap((pair) => ofNumber(pair, ask)).filter(({ score }) => score);
  }

  // Series by the numbers that they state, those equal to what was typed before those that begin so.
  function stating({ text, value }, wants) {
    const shard = text.replace(/[.%]/g, "").replace(/^0+|0+$/g, "").slice(0, 2);
    if (!shards.has(shard)) return [];
    wants.add(`numbers/${shard}`);
    const begun = text.replace("%", "");
    const found = Object.entries(known.get(`numbers/${shard}`) ?? {}).filter(([number]) => number.startsWith(begun) || Number(number) === value);
    found.sort(([one], [other]) => (Number(other) === value) - (Number(one) === value));
    return [...new Set(found.flatMap(([, places]) => pairsOf(places)))];
  }

  function ofNumber([at, place], ask) {
    const entry = indicators[place];
    const names = ask.concepts.map((concept) => inNames(concept, entry.names));
    return figuresOf(series(entry, at)).map((figure) => {
      const told = ask.concepts.map((concept, i) => inFigure(concept, figure, ask.seen[i]));
      const score = held({ ...ask, asked: told }, names, ask.places[at].map((one) => one && PLACED));
      const bonus = MUCH_REPORTED * entry.told;
      return { ...series(entry, at), figure, meant: 1, ask, score: score && score + bonus };
    });
  }

  // The figure that each series is shown with, and the newest promise of the first ones.
  function withFigures(found, wants) {
    for (const at of new Set(found.filter((one) => one.indicator).map((one) => one.at).slice(0, 2 * SHOWN))) {
      if (wants.size < SHOWN + 1) wants.add(`figures/${areas[at].id}`);
    }
    return found.flatMap((one, i) => {
      if (!one.indicator) return [shown(one)];
      const figures = figuresOf(one);
      if (!figures.length) return [shown(one)];
      const { figure, meant } = one.figure ? one : fitting(figures, one.ask.concepts, one.ask.seen);
      const promise = figures.find(({ promised }) => promised);
      const also = i < SHOWN && promise && promise !== figure ? [shown({ ...one, kind: "t", figure: promise, meant: 1 })] : [];
      return [shown({ ...one, figure, meant }), ...also];
    });
  }

  function figuresOf({ at, indicator }) {
    const before = `${areas[at].id}/${indicator}/`;
    const file = known.get(`figures/${areas[at].id}`);
    if (!file?.[indicator]) return [];
    if (!figured.has(before)) figured.set(before, file[indicator].map((row) => figureOf(row, before)));
    return figured.get(before);
  }
  const figured = new Map();

  function shown({ kind, route, titles, at, count, figure = NONE, meant = 0 }) {
    const area = alone || at === undefined || at < 0 ? null : areas[at].titles;
    return { kind, route, titles, area, count, figure, meant };
  }

  return { find, learn };
}

// Best first, each once; what is far from the best is left out.
function best(found) {
  const listed = new Set();
  const sorted = found.sort((a, b) => b.score - a.score);
  return sorted.filter(({ route, figure, score }) => {
    const what = figure ? `${route}#${figure.id}` : route;
    if (listed.has(what) || score < FAR * sorted[0].score) return false;
    return listed.add(what);
  });
}

function pairsOf(places) {
  const pairs = [];
  for (let i = 0; i < places.length; i += 2) pairs.push(`${places[i]} ${places[i + 1]}`);
  return pairs;
}
