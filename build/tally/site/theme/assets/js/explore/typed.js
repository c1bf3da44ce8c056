// Which rows say what was typed: their area and indicator as the search understands names, their
// other labels and, where a word is in none of these, what they say themselves.
const LABELLED = ["kind", "measure", "theme", "period", "verdict", "review"];

export const fold = (text) => text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/(?<=\d),(?=\d{3})/g, "");

// What is asked of rows: {readings, columns}; each reading is a list of concepts that must all be
// held, `columns` are those of the texts that are needed to tell, if a concept names nothing.
export function understood(readings, labels, langs) {
  const asked = readings.map((concepts) => concepts.map((concept) => flags(concept, labels)));
  const written = asked.flat().some(({ isNamed }) => !isNamed);
  return { readings: asked, columns: written ? langs.flatMap((lang) => [`text_${lang}`, `name_${lang}`]) : [] };
}

function flags({ areas, indicators, written }, labels) {
  const place = (name, is) => Uint8Array.from([...labels[name].map(is), 0]);
  const of = {
    area: place("area", ([code]) => areas.has(code)),
    indicator: place("indicator", ([code]) => indicators.has(code)),
    ...Object.fromEntries(LABELLED.map((name) => [name, place(name, ([code, label]) => written.every((word) => fold(`${label} ${code}`).includes(word)))])),
  };
  const named = Object.entries(of).filter(([, all]) => all.includes(1));
  return { of: named, written, isNamed: named.length > 0 };
}

// A mark for each row that holds a reading.
export function holding({ readings, columns }, codes, texts, rows) {
  const holds = new Uint8Array(rows);
  const told = columns.map((name) => texts.column(name).values);
  const says = (row, words) => told.length > 0 && words.every((word) => told.some((values) => values[row] && fold(values[row]).includes(word)));
  const held = (row) => ({ of, written }) => of.some(([name, all]) => all[codes[name][row]]) || says(row, written);
  for (let row = 0; row < rows; row += 1) if (readings.some((concepts) => concepts.every(held(row)))) holds[row] = 1;
  return holds;
}

// The same by ids, of which one was typed.
export function holdingId(typed, ids) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return Uint8Array.from(ids, (id) => (words.every((word) => id.includes(word)) ? 1 : 0));
}
