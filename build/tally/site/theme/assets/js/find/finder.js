// Finding in the catalogue, however something is typed. `finder` makes a function that answers what
// was typed with {near, found}: what was found, best first, each {kind, route, names, figure, meant};
// `meant` where that very figure was asked for, `near` where nothing holds all that was typed.
import { figurer, inFigure, isPlace } from "./figures.js";
import { inNames, namer } from "./names.js";
import { reader } from "./reading.js";

const BEFORE_OTHERS = { i: 0.08, h: 0.05, p: 0.03, t: 0, s: -0.05 };
const MUCH_REPORTED = 0.2; // what the indicator with most figures has over one with none
const PROMISED = 0.85; // a promise comes after the indicator that it is about
const PLACED = 0.3; // every figure of an area is from there
const HALF = 0.5;
const FAR = 0.35; // what scores less than this share of the best is left out
const NOTHING = { text: "", roots: new Set() };
const NONE = { id: "", value: ["", ""], when: ["", ""], numbers: [], years: [], about: NOTHING, place: NOTHING };

export function finder(catalogue) {
  const entries = entriesOf(catalogue);
  const read = reader(catalogue, [...new Set(entries.flatMap((entry) => entry.names))]);

  function ranked(readings, share) {
    const best = new Map(); // answers by the entry, or by the promise of one
    const keep = (key, answer) => { if (answer.score > (best.get(key)?.score ?? 0)) best.set(key, answer); };
    for (const { concepts, weight } of readings) {
      const ask = { concepts, weight, least: Math.ceil(concepts.length * share), seen: concepts.map(() => new Map()) };
      for (const entry of entries) answer(entry, ask, keep);
    }
    const found = [...best.values()].sort((a, b) => b.score - a.score);
    return eachOnce(found).map(shown);
  }

  return (typed) => {
    const found = ranked(read.exact(typed), 1);
    return found.length ? { near: false, found } : { near: true, found: ranked(read.near(typed), HALF) };
  };
}

function entriesOf(catalogue) {
  const namesOf = namer(catalogue);
  const figureOf = figurer(catalogue);
  const most = Math.log(1 + Math.max(...catalogue.rows.map((row) => row[6].length)));
  return catalogue.rows.map((row) => {
    const [kind, route, zh, en, , , figures] = row;
    const bonus = BEFORE_OTHERS[kind] + (kind === "i" ? (MUCH_REPORTED * Math.log(figures.length)) / most : 0);
    return { kind, route, titles: [zh, en], names: namesOf(row), figures: figures.length ? figures.map(figureOf) : [NONE], bonus };
  });
}

// The entry with the figure that answers best, and each promise of an indicator for itself.
function answer(entry, { concepts, weight, least, seen }, keep) {
  const named = concepts.map((concept) => inNames(concept, entry.names));
  let best = { score: 0, meant: 0 };
  for (const figure of entry.figures) {
    const { score, meant } = fits(figure, concepts, named, least, seen);
    if (score > best.score || (score && score === best.score && meant > best.meant)) best = { entry, figure, score, meant };
    if (score && figure.promised && entry.kind === "i") keep(figure, { entry, figure, kind: "t", meant: 1, score: score * weight * PROMISED });
  }
  if (best.score) keep(entry, { ...best, kind: entry.kind, score: best.score * weight + entry.bonus });
}

// How well name and figure together hold the concepts, and how much of that the figure does.
function fits(figure, concepts, named, least, seen) {
  let [score, meant, held] = [0, 0, 0];
  for (let i = 0; i < concepts.length; i += 1) {
    const placed = isPlace(concepts[i], figure, seen[i]);
    const told = placed ? 0 : inFigure(concepts[i], figure, seen[i]);
    const one = Math.max(named[i], told, placed ? PLACED : 0);
    score += one;
    if (one) held += 1;
    meant += told;
  }
  return { score: held < least ? 0 : score / concepts.length, meant };
}

const shown = ({ entry: { route, titles }, kind, figure, meant, score }) => ({ kind, route, titles, figure, meant, score });

// A promise that an indicator's own answer shows is not listed again, nor what is far from the best.
function eachOnce(found) {
  const listed = new Set();
  return found.filter(({ entry, figure, score }) => {
    const what = figure.id || entry.route;
    if (listed.has(what) || score < FAR * found[0].score) return false;
    return listed.add(what);
  });
}
