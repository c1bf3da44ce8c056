// Rows by their codes: which fit what was chosen, how many would for every other choice, in what
// order, and as a grid. All is arrays of numbers, so that 150,000 rows take milliseconds.

// `chosen` is the place that each filter asks for; `holds`, if it is there, tells of each row whether
// it says what was typed. A facet counts the rows that fit all other filters.
export function sift(codes, sizes, chosen, holds, rows) {
  const asked = Object.keys(chosen);
  const counts = Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, new Uint32Array(size + 1)]));
  const facets = Object.keys(counts);
  const matched = new Uint32Array(rows);
  let found = 0;
  for (let row = 0; row < rows; row += 1) {
    if (holds && !holds[row]) continue;
    let failed = "";
    let fails = 0;
    for (const name of asked) {
      if (codes[name][row] !== chosen[name]) { failed = name; fails += 1; if (fails > 1) break; }
    }
    if (fails === 1) counts[failed][codes[failed][row]] += 1;
    if (fails) continue;
    matched[found] = row;
    found += 1;
    for (const name of facets) counts[name][codes[name][row]] += 1;
  }
  return { matched: matched.slice(0, found), counts };
}

// The rows in the order of a key, a number for each; what has none (NaN) stands last, up or down.
export function sorted(rows, key, down) {
  const sign = down ? -1 : 1;
  return rows.slice().sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a - b;
    return sign * (x - y) || a - b;
  });
}

// The place of each label among all in the order of a language.
export function ranks(labels, compare) {
  const order = labels.map((label, at) => [label, at]).sort(([a], [b]) => compare(a, b));
  const rank = new Uint16Array(labels.length + 1).fill(labels.length);
  order.forEach(([, at], place) => { rank[at] = place; });
  return rank;
}

// Lines by one key of rows and columns by another. In a cell is what is to be preferred where several
// sources say the same.
export function grid(rows, lineOf, columnOf, preferred) {
  const lines = new Map();
  for (const row of rows) {
    if (!preferred[row]) continue;
    const line = lineOf(row);
    if (!lines.has(line)) lines.set(line, new Map());
    const cells = lines.get(line);
    const column = columnOf(row);
    cells.set(column, [...(cells.get(column) ?? []), row]);
  }
  return lines;
}

// The place that most rows have, -1 where there are none.
export function most(counts) {
  let best = -1;
  counts.forEach((count, at) => { if (count && (best < 0 || count > counts[best])) best = at; });
  return best;
}
