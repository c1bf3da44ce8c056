// Words of a text in Chinese, English or both: runs of Chinese characters, Latin words (high, r&d,
// pm2.5, 5g), numbers with their per cent sign and without separators (62700, 5.1%). Equal words
// are one object.
const LETTER = String.raw`[^\s\p{P}\p{S}\p{Script=Han}]`;
const WORD = new RegExp(String.raw`\p{Script=Han}+|\d[\d,]*(?:\.\d+)?(?!${LETTER})%?|${LETTER}+(?:[&.]${LETTER}+)*`, "gu");
const NUMBER = /^[\d,]+(?:\.\d+)?%?$/;
const known = new Map();

const APART = /(?<![\p{L}\p{N}])(\p{L}) *& *(\p{L})(?![\p{L}\p{N}])/gu; // R & D is R&D

export const fold = (text) => text.normalize("NFKC").toLowerCase().replaceAll("|", " ").replaceAll("ü", "v").replace(APART, "$1&$2").trim();
export const words = (text) => (fold(text).match(WORD) ?? []).map(wordOf);

export function wordOf(written) {
  const isNumber = NUMBER.test(written);
  const text = isNumber ? written.replaceAll(",", "") : written;
  if (!known.has(text)) {
    known.set(text, { text, isHan: /^\p{Script=Han}/u.test(text), isNumber, ...formsOf(text), value: parseFloat(text), percent: text.endsWith("%") });
  }
  return known.get(text);
}

// Pinyin as it sounds: 率 is typed lv, lu or lü.
export const heard = (typed) => typed.replace(/([ln])v/g, "$1u");

// What a word has in common with its plural and other spelling (`root`: bus, buses), and with other
// forms (`stem`: spend, spending).
function formsOf(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return { root: word, stem: word };
  const one = word.replace(/iz(?=[aei])/, "is").replace(/(?<=...)(ies|y)$/, "i").replace(/(?<=...)(?:es|(?<![su])s)$/, "");
  return { root: one.replace(/(?<=...)e$/, ""), stem: one.replace(/(?<=....)(ing|ed)$/, "").replace(/(?<=...)e$/, "") };
}

// How many letters must be changed, left out, put in or swapped to make one word of the other; at
// most `most` are counted.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, above] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return above[b.length];
}
