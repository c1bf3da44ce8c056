// Which rows of a table are meant by what was typed, as the search understands names: in either kind
// of characters, either language, by other names and by sound. What names no row stands in its text.
import { inNames, namer } from "./names.js";
import { reader } from "./reading.js";

const FAR = 0.6; // what fits less than this share of the best is not meant

// `naming` makes {exact, near}: functions that make of what was typed a test of rows; `near` takes
// mistyped words for the nearest known ones. Of a row it reads `home`, its page, `id`, and `folded`,
// its text.
export function naming(catalogue) {
  const namesOf = namer(catalogue);
  const things = catalogue.rows
    .filter(([kind]) => kind === "i" || kind === "t")
    .map((row) => ({ key: keyOf(row), names: namesOf(row) }));
  const { exact, near } = reader(catalogue, [...new Set(things.flatMap(({ names }) => names))]);

  function named(concept) {
    const scores = things.map(({ names }) => inNames(concept, names));
    const least = FAR * Math.max(...scores);
    return new Set(things.filter((_, i) => scores[i] && scores[i] >= least).map(({ key }) => key));
  }

  const testing = (read) => (typed) => {
    const readings = read(typed).map(({ concepts }) => concepts.map((concept) => ({
      keys: named(concept),
      written: concept.phrases[0].typed.map(({ text }) => text),
    })));
    return (row) => readings.some((concepts) => concepts.every(({ keys, written }) => (
      keys.has(row.home) || keys.has(row.id) || written.every((word) => row.folded.includes(word)))));
  };

  return { exact: testing(exact), near: testing(near) };
}

// An indicator is known by its page, a promise without one by its id.
const keyOf = ([kind, route, , , , , [[id]]]) => (kind === "t" ? id : route);
