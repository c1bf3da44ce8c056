// What can be found, with its names made ready: areas, indicators with the areas that have figures
// of them, themes and pages; and the documents, which come later.
import { namer } from "./names.js";

const OTHER_NAME = 0.97;
const AROUND = 0.5; // the theme of an indicator, the publisher of a source
const SOURCE = 0.8;

export function entriesOf(catalogue) {
  const name = namer(catalogue);
  const named = ([id, zh, en, words], weight = 1, other = OTHER_NAME) => ({
    id,
    titles: [zh, en],
    names: [name(zh, weight), name(en, weight), ...(words ? words.split("|") : []).map((text) => name(text, other))],
  });
  const themes = catalogue.themes.map((row) => named(row));
  const most = Math.log(1 + Math.max(1, ...catalogue.indicators.map(([, , , , , count]) => count)));

  function indicator(row) {
    const [, , , , theme, count, bits] = row;
    const entry = named(row);
    themes[theme].count = (themes[theme].count ?? 0) + 1;
    const around = themes[theme].titles.map((text) => name(text, AROUND));
    return { ...entry, names: [...entry.names, ...around], told: Math.log(1 + count) / most, areas: placesOf(bits) };
  }

  return {
    areas: catalogue.areas.map((row) => named(row)),
    indicators: catalogue.indicators.map(indicator),
    themes: themes.filter(({ count }) => count),
    pages: catalogue.pages.map((row) => named(row)),
    documentOf: ([kind, id, zh, en, words, area, figure]) => ({
      kind, area, figure, ...named([id, zh, en, words], kind === "s" ? SOURCE : 1, AROUND),
    }),
  };
}

// The places of the bits that are set, the lowest digit last.
function placesOf(bits) {
  const places = [];
  [...bits].reverse().forEach((digit, at) => {
    for (let bit = 0; bit < 4; bit += 1) if ((parseInt(digit, 16) >> bit) & 1) places.push(4 * at + bit);
  });
  return places;
}
