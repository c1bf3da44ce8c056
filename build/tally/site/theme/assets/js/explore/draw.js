// Rows and grids as parts of the page's own table, which assistive technology and printers know.
export function element(tag, text, properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text ?? "" }, properties);
}

// `says` tells what a row says in a column: {text, href, className}.
export function tableRow(columns, row, says) {
  const line = document.createElement("tr");
  for (const column of columns) {
    const cell = element(column === "name" ? "th" : "td", "", { className: `is-${column}` });
    if (column === "name") cell.scope = "row";
    cell.append(content(says(column, row)));
    line.append(cell);
  }
  return line;
}

export function content({ text, href, className }) {
  if (href) return element("a", text, { href });
  return className ? element("span", text, { className }) : document.createTextNode(text);
}

// `lines` are [head, Map of cells by column]; `cell` makes the parts of one.
export function gridRows(lines, columns, cell) {
  return lines.map(([head, cells]) => {
    const line = document.createElement("tr");
    const first = element("th", "", { className: "is-name", scope: "row" });
    first.append(content(head));
    line.append(first);
    for (const { key, label } of columns) {
      const made = element("td", "", { className: "is-text" });
      made.dataset.label = label;
      made.append(...(cells.get(key) ?? []).flatMap((row, at) => [...(at ? [document.createElement("br")] : []), ...cell(row)]));
      line.append(made);
    }
    return line;
  });
}

export function heads(columns) {
  const line = document.createElement("tr");
  for (const { key, label, sort } of columns) {
    const head = element("th", sort === undefined ? label : "", { className: `is-${key}`, scope: "col" });
    if (sort !== undefined) {
      head.setAttribute("aria-sort", sort);
      const button = element("button", label, { type: "button", className: "sorter" });
      button.dataset.sort = key;
      head.append(button);
    }
    line.append(head);
  }
  return line;
}

// The choices of a filter that some rows have, with their number; the one that is chosen stays.
export function options(select, labels, counts, chosen) {
  const first = select.options[0];
  const made = labels.flatMap(([code, label], at) => (label && (counts[at] || at === chosen)
    ? [element("option", `${label} (${counts[at]})`, { value: code, selected: at === chosen })] : []));
  select.replaceChildren(first, ...made);
  if (chosen === undefined) select.value = "";
}
