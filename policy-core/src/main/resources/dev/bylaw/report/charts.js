"use strict";
const SVG = "http://www.w3.org/2000/svg";
const SEVERITIES = ["error", "warning", "info"];
const WORDS = {error: "errors", warning: "warnings", info: "notes"};

/** An element with attributes and children; texts become text nodes, so nothing in them is markup. */
function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter(c => c !== undefined && c !== null));
  return node;
}

function legend(severities, words = WORDS) {
  return el("ul", {class: "legend", "aria-hidden": "true"},
    ...severities.map(s => el("li", {}, el("i", {class: s}), words[s])));
}

/** One stacked bar per row: {name, error, warning, info}. */
function bars(label, rows, severities = SEVERITIES, words = WORDS) {
  const width = 560, left = 130, right = 50, step = 30;
  const most = Math.max(1, ...rows.map(r => r.error + r.warning + r.info));
  const chart = svg("svg", {viewBox: `0 0 ${width} ${rows.length * step + 4}`, role: "img", "aria-label": label + ": " +
    rows.map(r => `${r.name} ${severities.map(s => r[s] + " " + words[s]).join(", ")}`).join("; ")});
  rows.forEach((row, i) => {
    const y = i * step + 4;
    let x = left;
    chart.append(svg("text", {x: left - 10, y: y + 15, "text-anchor": "end"}, short(row.name, 18)));
    for (const s of severities) {
      const w = row[s] / most * (width - left - right);
      if (row[s]) chart.append(svg("rect", {x, y, width: Math.max(w, 1), height: 20, class: "f-" + s}, svg("title", {}, `${row.name}: ${row[s]} ${words[s]}`)));
      x += w;
    }
    chart.append(svg("text", {x: x + 6, y: y + 15, class: "axis"}, String(row.error + row.warning + row.info)));
  });
  return el("div", {}, chart, legend(severities, words));
}

/** Errors and warnings over runs: {at, error, warning}. */
function trend(runs) {
  const width = 560, height = 170, left = 36, bottom = 24;
  const most = Math.max(1, ...runs.map(r => Math.max(r.error, r.warning)));
  const x = i => left + i / Math.max(1, runs.length - 1) * (width - left - 12);
  const y = n => 8 + (1 - n / most) * (height - bottom - 8);
  const last = runs[runs.length - 1];
  const chart = svg("svg", {viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `Trend over ${runs.length} runs: the last has ${last.error} errors and ${last.warning} warnings, the first had ${runs[0].error} and ${runs[0].warning}`});
  for (const n of [0, most]) {
    chart.append(svg("line", {x1: left, x2: width - 12, y1: y(n), y2: y(n), class: "rule"}), svg("text", {x: left - 6, y: y(n) + 4, "text-anchor": "end", class: "axis"}, String(n)));
  }
  for (const s of ["warning", "error"]) {
    chart.append(svg("polyline", {points: runs.map((r, i) => `${x(i)},${y(r[s])}`).join(" "), class: "s-" + s}));
    runs.forEach((r, i) => chart.append(svg("circle", {cx: x(i), cy: y(r[s]), r: 3, class: "f-" + s}, svg("title", {}, `${r.at}: ${r[s]} ${WORDS[s]}`))));
  }
  chart.append(svg("text", {x: left, y: height - 6, class: "axis"}, runs[0].at.slice(0, 10)),
    svg("text", {x: width - 12, y: height - 6, "text-anchor": "end", class: "axis"}, last.at.slice(0, 10)));
  return el("div", {}, chart, legend(["error", "warning"]));
}

/** Domains by characteristics; cells hold open errors and warnings. */
function heat(domains, characteristics, cells) {
  const cell = (d, c) => cells.get(d + "\n" + c) || {error: 0, warning: 0, info: 0};
  const level = n => n.error > 9 ? "h3" : n.error ? "h2" : n.warning ? "h1" : "h0";
  const text = n => n.error || n.warning ? `${n.error} / ${n.warning}` : "–";
  const title = n => `${n.error} errors, ${n.warning} warnings`;
  return el("div", {class: "scroll"}, el("table", {class: "heat"},
    el("caption", {class: "sr"}, "Open errors and warnings of each domain by characteristic"),
    el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "domain"), ...characteristics.map(c => el("th", {scope: "col"}, c)))),
    el("tbody", {}, ...domains.map(d => el("tr", {}, el("th", {scope: "row"}, d),
      ...characteristics.map(c => el("td", {class: level(cell(d, c)), title: title(cell(d, c)), "aria-label": title(cell(d, c))}, text(cell(d, c)))))))));
}

function short(text, length) {
  return text.length > length ? text.slice(0, length - 1) + "…" : text;
}
