// How well what was typed fits the names of an entry: by characters, words, pinyin and initials.
import { fold, heard, words } from "./words.js";

const PART = 0.35; // what a word is worth in a name that says much else
const LATIN = 2; // a word is as much of a name as two characters
const SILENT = { sound: "", starts: new Set(), initials: "" };
const NOT = [0, 0];

// Makes a name ready to be matched, with its weight; names alike are one object.
export function namer({ sounds, ignored }) {
  const soundOf = new Map(Object.entries(sounds).flatMap(([sound, chars]) => [...chars].map((char) => [char, heard(sound)])));
  const silent = new Set(ignored);
  const made = new Map();

  function prepared(text, weight) {
    const all = words(text);
    const latin = all.filter((word) => !word.isHan);
    const characters = all.reduce((sum, { isHan, text: run }) => sum + (isHan ? run.length : 0), 0);
    const size = characters + LATIN * latin.filter((word) => !silent.has(word.text)).length;
    const letters = fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
    return { letters, latin, size: Math.max(1, size), weight, ...(characters ? spelled(letters) : SILENT) };
  }

  function spelled(letters) {
    const parts = [...letters].map((char) => soundOf.get(char) ?? char);
    const starts = new Set();
    parts.reduce((length, part) => { starts.add(length); return length + part.length; }, 0);
    return { sound: parts.join(""), starts, initials: parts.map((part) => part[0]).join("") };
  }

  return (text, weight) => {
    const key = `${weight} ${text}`;
    if (!made.has(key)) made.set(key, prepared(text, weight));
    return made.get(key);
  };
}

// How well a concept stands in one of the names: 0, or up to 1 where it is the whole name.
export function inNames({ phrases, beside }, names) {
  let best = 0;
  for (const phrase of phrases) {
    for (const name of names) {
      const most = phrase.weight * name.weight;
      if (most > best) best = Math.max(best, most * within(phrase, beside, name));
    }
  }
  return best;
}

// A name is filled by the other words typed, too.
function within({ typed, begun }, beside, name) {
  let [quality, filled] = [1, 0];
  for (const word of typed) {
    const [one, much] = fit(word, name, begun);
    if (!one) return 0;
    quality *= one;
    filled += much;
  }
  for (const word of beside) filled += fit(word, name, begun)[1];
  return quality * (PART + (1 - PART) * Math.min(1, filled / name.size));
}

// [how well, how much of the name it is]; a word may have been typed no further than its beginning.
function fit(word, name, begun) {
  if (word.isHan) return inCharacters(word.text, name.letters);
  let best = NOT;
  for (const one of name.latin) {
    const found = inWord(word, one, begun);
    if (found[0] > best[0]) best = found;
  }
  return best[0] || !begun || !name.sound || word.isNumber ? best : inSound(heard(word.text), name);
}

function inCharacters(run, letters) {
  const at = letters.indexOf(run);
  if (at < 0) return NOT;
  return [at === 0 || at + run.length === letters.length ? 1 : 0.95, run.length];
}

function inWord(word, one, begun) {
  if (word === one) return [1, LATIN];
  if (word.isNumber) return NOT;
  if (word.root === one.root) return [0.97, LATIN];
  if (word.stem === one.stem) return [0.8, LATIN];
  if (!begun || !one.text.startsWith(word.text)) return NOT;
  const share = word.text.length / one.text.length;
  return [0.6 + 0.3 * share, LATIN * share];
}

function inSound(typed, { sound, starts, initials, size }) {
  if (sound === typed) return [0.95, size];
  if (typed.length < 2) return NOT;
  if (initials === typed) return [0.9, size];
  const much = (size * typed.length) / sound.length;
  if (sound.startsWith(typed)) return [0.8, much];
  if (initials.startsWith(typed)) return [0.7, typed.length];
  if (typed.length < 3) return NOT;
  if (starts.has(sound.indexOf(typed))) return [0.7, much];
  return initials.includes(typed) ? [0.6, typed.length] : NOT;
}
