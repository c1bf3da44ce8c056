// The files that the table is read from: labels and codes whole, which is enough to filter, sort and
// count; what rows say by ranges, as rows are shown. A host that knows no ranges sends a file whole.
const END = 1 << 15; // bytes at the end of a file that tell where its columns are
const FACETS = ["area", "theme", "indicator", "kind", "measure", "period", "verdict", "review"];

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

// Arrays of rows, filled as their groups are read.
class Columns {
  constructor(parquet, address, rows, bytes, group) {
    Object.assign(this, { parquet, address, rows, bytes, group, read: new Map() });
  }

  async file() {
    this.opened ??= this.parquet.asyncBufferFromUrl({ url: this.address, byteLength: this.bytes })
      .then(async (file) => ({ file, metadata: await this.parquet.parquetMetadataAsync(file, { initialFetchSize: END }) }));
    return this.opened;
  }

  column(name) {
    if (!this.read.has(name)) this.read.set(name, { values: new Array(this.rows), groups: new Map() });
    return this.read.get(name);
  }

  has(names, rows) {
    return this.missing(names, rows).size === 0;
  }

  // Groups of which some column has not been read, for rows or, without them, for all.
  missing(names, rows) {
    const groups = new Set();
    if (rows) for (const row of rows) groups.add(Math.floor(row / this.group));
    else for (let at = 0; at * this.group < this.rows; at += 1) groups.add(at);
    return new Set([...groups].filter((at) => names.some((name) => this.column(name).groups.get(at) !== true)));
  }

  async need(names, rows) {
    const { file, metadata } = await this.file();
    await Promise.all([...this.missing(names, rows)].map((at) => this.readGroup(file, metadata, names, at)));
  }

  async readGroup(file, metadata, names, at) {
    const columns = names.filter((name) => this.column(name).groups.get(at) !== true);
    const [rowStart, rowEnd] = [at * this.group, Math.min(this.rows, (at + 1) * this.group)];
    const onChunk = ({ columnName, columnData, rowStart: start }) => {
      const { values } = this.column(columnName);
      for (let i = 0; i < columnData.length; i += 1) values[start + i] = columnData[i];
    };
    await this.parquet.parquetRead({ file, metadata, columns, rowStart, rowEnd, onChunk });
    for (const name of columns) this.column(name).groups.set(at, true);
  }
}

// `labels` are, for each facet, [code, what it is called, how many rows have it]. `read` gets what is
// needed to filter, `codes`: the place of each row's labels.
export async function open({ folder, lang, vendor }) {
  const labels = await fetched(`${folder}labels-${lang}.json`).then((answer) => answer.json());
  const { rows, bytes, group, head } = labels;
  const sources = () => fetched(`${folder}sources-${lang}.json`).then((answer) => answer.json());
  const store = { rows, head, labels, sources };
  store.read = async () => {
    const [parquet, packed] = await Promise.all([import(vendor), fetched(`${folder}codes.parquet`).then((answer) => answer.arrayBuffer())]);
    const columns = (name) => new Columns(parquet, `${folder}${name}.parquet`, rows, bytes[name], group);
    Object.assign(store, { codes: await codesIn(packed, parquet, rows), texts: columns("texts"), lines: columns("lines") });
  };
  return store;
}

async function codesIn(packed, parquet, rows) {
  const codes = Object.fromEntries([...FACETS, "preferred"].map((name) => [name, new Uint16Array(rows)]));
  await parquet.parquetRead({
    file: { byteLength: packed.byteLength, slice: (start, end) => packed.slice(start, end) },
    onChunk: ({ columnName, columnData, rowStart }) => codes[columnName].set(columnData, rowStart),
  });
  return codes;
}
