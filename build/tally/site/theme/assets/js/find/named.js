// Which areas and indicators are meant by what was typed, as the search understands names: in either
// kind of characters, either language, by other names and by sound.
import { entriesOf } from "./entries.js";
import { inNames } from "./names.js";
import { reader } from "./reading.js";

const FAR = 0.6; // what fits less than this share of the best is not meant

// `naming` makes {exact, near}: functions that make of what was typed its readings, each a list of
// {areas, indicators, written}: the ids that a part of it may mean, and its own words, which may
// stand in a row instead. `near` takes mistyped words for the nearest known ones.
export function naming(catalogue) {
  const { areas, indicators } = entriesOf(catalogue);
  const names = [...areas, ...indicators].flatMap((entry) => entry.names);
  const { exact, near } = reader(catalogue, [...new Set(names)]);

  function meant(entries, concept) {
    const scores = entries.map((entry) => inNames(concept, entry.names));
    const least = FAR * Math.max(...scores);
    return new Set(entries.filter((_, i) => scores[i] && scores[i] >= least).map(({ id }) => id));
  }

  const understood = (read) => (typed) => read(typed).map(({ concepts }) => concepts.map((concept) => ({
    areas: meant(areas, concept),
    indicators: meant(indicators, concept),
    written: concept.phrases[0].typed.map(({ text }) => text),
  })));

  return { exact: understood(exact), near: understood(near) };
}
