// What was typed, read as concepts: phrases of one meaning of which one must be found. There may be
// several readings: Chinese in one piece and in known pieces, pinyin typed apart and together.
import { distance, fold, heard, wordOf, words } from "./words.js";

const ANOTHER_WORD = 0.9;
const IN_PIECES = 0.95;
const MISTYPED = 0.8;
const LONGEST = 12; // characters of a piece
const [TYPED, WORDS] = [200, 16]; // characters and words of what anybody may have put into an address
const SILENT = 0.1; // what pieces cost
const KNOWN = 1;
const CHARACTER = 3;
const UNKNOWN = 9;
const YEAR = /^(19|20)\d\d$/;

// `names` are those that a piece of what is typed may be.
export function reader({ same, near: nearest, ignored, scripts, measures, promise }, names) {
  const own = new Map([...scripts[0]].map((char, i) => [char, [...scripts[1]][i]]));
  const silent = new Set(ignored);
  const groups = same.map((group) => group.map((member) => said(words(member))));
  const promises = words(promise);
  const labels = [...Object.values(measures).flatMap(words), ...promises];
  const { meanings, longest } = meaningsOf(groups, occursIn(names, labels));
  const instead = new Map(nearest.map(([typed, ...others]) => [keyOf(said(words(typed))), others.map((one) => said(words(one)))]));
  const lengths = [longest, ...[...instead.keys()].map((key) => key.split(" ").length)];
  const told = [...labels, ...groups.flat(2), ...nearest.flatMap(([typed]) => words(typed))];
  const han = [...names.map((name) => name.letters), ...told.filter((word) => word.isHan).map((word) => word.text)].join("|");
  const latin = new Set([...names.flatMap((name) => name.latin), ...told].filter((word) => !word.isHan && !word.isNumber));
  const sounds = new Set(names.map((name) => name.sound).filter(Boolean));

  // The readings that hold all of it, each {concepts, weight}.
  function exact(typed) {
    const all = said(words([...fold(typed.slice(0, TYPED))].map((char) => own.get(char) ?? char).join(""))).slice(0, WORDS);
    const readings = [{ concepts: concepts(all), weight: 1 }];
    const apart = all.flatMap((word) => (word.isHan && !isPhrase(word.text) ? pieces(word.text) : [word]));
    if (apart.length && apart.some((word, i) => word !== all[i])) readings.push({ concepts: concepts(said(apart)), weight: IN_PIECES });
    if (all.length > 1 && all.every(mayBePinyin)) readings.push({ concepts: concepts([wordOf(all.map((word) => word.text).join(""))]), weight: 1 });
    return all.length ? readings : [];
  }

  // The same, with words that nothing holds taken for what is near, or for known ones that are a slip
  // of the finger away.
  const near = (typed) => exact(typed)
    .map(({ concepts: read, weight }) => ({ weight, concepts: read.filter(saysMuch).map(mended) }))
    .filter(({ concepts: read }) => read.length);

  function said(all) {
    const some = all.filter((word) => !silent.has(word.text));
    return some.length ? some : all;
  }

  const most = Math.max(...lengths);
  const isPhrase = (key) => meanings.has(key) || instead.has(key);
  const isWhole = (word) => latin.has(word) && word.text.length > 2;
  const mayBePinyin = (word) => !word.isHan && !word.isNumber && !latin.has(word);

  function concepts(all) {
    const parts = [];
    for (let at = 0; at < all.length; at += parts.at(-1).length) {
      let length = Math.min(most, all.length - at);
      while (length > 1 && !isPhrase(keyOf(all.slice(at, at + length)))) length -= 1;
      parts.push(all.slice(at, at + length));
    }
    return parts.map((typed, i) => ({ phrases: phrases(typed), beside: parts.filter((_, j) => j !== i).flat() }));
  }

  function phrases(typed) {
    const others = (meanings.get(keyOf(typed)) ?? []).filter((member) => keyOf(member) !== keyOf(typed));
    return [{ typed, weight: 1, begun: !typed.every(isWhole) }, ...others.map((member) => ({ typed: member, weight: ANOTHER_WORD }))];
  }

  // A run of characters in the fewest known pieces, at least two: 人均收入 is 人均 and 收入.
  function pieces(run) {
    const best = [{ cost: 0, parts: [] }];
    for (let end = 1; end <= run.length; end += 1) {
      best.push({ cost: Infinity });
      for (let start = Math.max(0, end - LONGEST, end - run.length + 1); start < end; start += 1) {
        const part = run.slice(start, end);
        const cost = best[start].cost + price(part);
        if (cost < best[end].cost) best[end] = { cost, parts: [...best[start].parts, part] };
      }
    }
    return (best[run.length].parts ?? [run]).filter((part) => !silent.has(part)).map(wordOf);
  }

  function price(part) {
    if (silent.has(part)) return SILENT;
    if (!han.includes(part)) return UNKNOWN * part.length;
    return part.length === 1 ? CHARACTER : KNOWN;
  }

  const saysMuch = ({ phrases: [{ typed: [word] }] }) => !word.isHan || word.text.length > 1;

  function mended(concept) {
    const { typed } = concept.phrases[0];
    const others = instead.get(keyOf(typed)) ?? [];
    if (others.length) return { ...concept, phrases: others.map((one, i) => ({ typed: one, weight: MISTYPED ** (i + 1) })) };
    const [word] = typed;
    if (concept.phrases.length > 1 || word.isHan || word.isNumber || latin.has(word)) return concept;
    const meant = alike(word.text).flatMap((one) => phrases([one]));
    return { ...concept, phrases: [...concept.phrases, ...meant.map((one) => ({ ...one, weight: one.weight * MISTYPED }))] };
  }

  function alike(typed) {
    if (typed.length < 5) return [...latin].filter((one) => swapped(typed, one.text));
    const most = typed.length < 9 ? 1 : 2;
    const spelled = [...sounds].filter((sound) => distance(heard(typed), sound, most) <= most).map(wordOf);
    return [...[...latin].filter((one) => Math.min(distance(typed, one.text, most), distance(typed, one.root, most)) <= most), ...spelled];
  }

  // What no name holds, but figures may: a year, a measure, a promise.
  const isYear = ({ phrases: [{ typed: [word] }] }) => YEAR.test(word.text);
  const means = (all) => ({ phrases: every }) => every.some(({ typed }) => typed.every((word) => all.includes(word)));
  const isOfFigures = (concept) => isYear(concept) || means(labels)(concept);

  return { exact, near, isYear, isOfFigures, isPromise: means(promises) };
}

// The members that occur of all groups that a phrase is in, by the phrase.
function meaningsOf(groups, occurs) {
  const meanings = new Map();
  for (const group of groups) {
    const found = group.filter((member) => member.every(occurs));
    for (const member of group) meanings.set(keyOf(member), [...(meanings.get(keyOf(member)) ?? []), ...found]);
  }
  return { meanings, longest: Math.max(1, ...groups.flat().map((member) => member.length)) };
}

function occursIn(names, labels) {
  const han = [...names.map((name) => name.letters), ...labels.map((word) => word.text)].join("|");
  const roots = new Set([...names.flatMap((name) => name.latin), ...labels].map((word) => word.root));
  return (word) => (word.isHan ? han.includes(word.text) : roots.has(word.root));
}

const keyOf = (phrase) => phrase.map((word) => word.root).join(" ");

// Two letters in each other's place: gpd for gdp.
function swapped(a, b) {
  return a.length > 2 && a !== b && [...a].sort().join() === [...b].sort().join() && distance(a, b, 1) === 1;
}
