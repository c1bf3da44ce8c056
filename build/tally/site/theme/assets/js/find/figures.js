// How well what was typed fits a figure: by its number, unit, period, measure, or as a promise.
import { fold, wordOf, words } from "./words.js";

const BESIDE = 0.6; // all but the number itself
const YEAR = 0.65;
const VALUE = /\d[\d,]*(?:\.\d+)?%?/g;
const YEARS = /^\d{4}(-\d{4}$)?/;

// Makes a figure of a row ready to be matched; what stands beside its numbers is shared by many.
export function figurer({ measures, promise }) {
  const shared = new Map();

  function surroundings(text) {
    if (!shared.has(text)) shared.set(text, { text: fold(text), roots: new Set(words(text).map((word) => word.root)) });
    return shared.get(text);
  }

  return ([id, zh, en, whenZh, whenEn], before = "") => {
    const [period = "", measure, ...rest] = id.split("/");
    const promised = rest.includes("target");
    const values = `${zh} ${en}`;
    const numbers = values.match(VALUE)?.map(wordOf) ?? [];
    const labels = `${measures[measure] ?? ""} ${promised ? promise : ""}`;
    return {
      id: before + id,
      promised,
      value: [zh, en],
      when: [whenZh, whenEn],
      numbers,
      years: (YEARS.exec(period)?.[0] ?? "").split("-").map(Number),
      about: surroundings(`${numbers.length ? values.replace(VALUE, "%") : ""} ${whenZh} ${whenEn} ${labels}`),
    };
  };
}

// How well a concept fits the figure; `seen` remembers what it found beside other numbers.
export function inFigure({ phrases }, figure, seen) {
  let best = beside(phrases, figure.about, seen);
  for (const { typed: [word], weight } of phrases) {
    if (word.isNumber) best = Math.max(best, weight * Math.max(inNumbers(word, figure.numbers), inYears(word, figure.years)));
  }
  return best;
}

// The figure that holds most of the concepts, the first of such; `meant` is how much it holds.
export function fitting(figures, concepts, seen) {
  let best = { figure: figures[0], meant: -1 };
  for (const figure of figures) {
    const meant = concepts.reduce((sum, concept, i) => sum + inFigure(concept, figure, seen[i]), 0);
    if (meant > best.meant) best = { figure, meant };
  }
  return best;
}

function beside(phrases, about, seen) {
  if (!seen.has(about)) {
    seen.set(about, Math.max(...phrases.map(({ typed, weight }) => (typed.every(stands(about)) ? BESIDE * weight : 0))));
  }
  return seen.get(about);
}

const stands = ({ text, roots }) => (word) => !word.isNumber && (word.isHan ? text.includes(word.text) : roots.has(word.root));

function inNumbers(word, numbers) {
  let best = 0;
  for (const one of numbers) {
    if (one.value === word.value && (one.percent || !word.percent)) return 1;
    if (one.text.startsWith(word.text)) best = Math.max(best, (BESIDE * word.text.length) / one.text.length);
  }
  return best;
}

function inYears({ value }, [first, last = first]) {
  if (value === last) return first === last ? YEAR : BESIDE;
  return value >= first && value < last ? BESIDE / 2 : 0;
}
