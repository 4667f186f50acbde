const data = JSON.parse(document.getElementById("data").textContent);
const PAGE = 50, PRINTED = 1000, NONE = "(none)";
const byId = id => document.getElementById(id);
const findings = flat();
const view = {text: "", severity: "", state: "", domain: "", policy: "", sort: "weight", down: false, page: 0, open: new Set()};
let shown = findings;

/** The findings of all files, each with what it is searched by. */
function flat() {
  const out = [];
  for (const file of data.files) {
    for (const f of file.findings) {
      f.file = file;
      f.rule = data.policies[f.policy];
      f.target = data.targets[f.subject];
      f.words = [f.message, f.rule.id, f.rule.title, file.path, f.target.product, f.target.domain, f.target.name, f.found].join("\n").toLowerCase();
      out.push(f);
    }
  }
  return out;
}

const domainOf = f => f.target.domain || NONE;
const characteristicOf = f => f.rule.characteristic || NONE;
const ORDERS = {
  weight: (a, b) => (a.state > b.state ? 1 : a.state < b.state ? -1 : 0) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  message: (a, b) => compare(a.message, b.message),
  policy: (a, b) => compare(a.rule.id, b.rule.id),
  domain: (a, b) => compare(domainOf(a), domainOf(b)) || compare(a.target.product || "", b.target.product || ""),
};
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

function select() {
  const words = view.text.toLowerCase().split(/\s+/).filter(w => w);
  shown = findings.filter(f => words.every(w => f.words.includes(w)) && (!view.severity || f.severity === view.severity)
    && (!view.state || f.state === view.state) && (!view.domain || domainOf(f) === view.domain) && (!view.policy || f.rule.id === view.policy));
  const order = ORDERS[view.sort], sign = view.down ? -1 : 1;
  shown.sort((a, b) => sign * order(a, b));
  view.page = 0;
  list();
}

function list(count = PAGE) {
  const from = view.page * PAGE;
  byId("rows").replaceChildren(...shown.slice(from, from + count).flatMap(rows));
  const last = Math.min(from + count, shown.length);
  const all = shown.length < findings.length ? ` (${findings.length} without filters)` : "";
  byId("count").textContent = shown.length ? `${from + 1} to ${last} of ${shown.length} findings${all}` : "No finding matches.";
  byId("previous").disabled = view.page === 0;
  byId("next").disabled = last >= shown.length;
}

function rows(f) {
  const open = view.open.has(f);
  const button = el("button", {class: "open-finding", type: "button", "aria-expanded": String(open), onclick: () => toggle(f, button)}, f.message);
  const row = el("tr", {},
    el("td", {}, el("span", {class: "badge " + (f.state === "open" ? f.severity : "waived")}, f.state === "open" ? f.severity : f.state)),
    el("td", {}, button, el("div", {class: "place"}, `${f.file.path}:${f.line}:${f.column}`)),
    el("td", {}, el("code", {}, f.rule.id)),
    el("td", {}, domainOf(f), el("div", {class: "place"}, f.target.product)));
  return open ? [row, detail(f)] : [row];
}

function toggle(f, button) {
  const open = !view.open.delete(f);
  button.setAttribute("aria-expanded", String(open));
  const row = button.closest("tr");
  if (open) { view.open.add(f); row.after(detail(f)); } else row.nextElementSibling.remove();
}

function detail(f) {
  return el("tr", {class: "detail"}, el("td", {colspan: 4}, frame(f), facts([
    ["policy", f.rule.title], ["found", f.found], ["wanted", f.wanted], ["why", f.rule.description], ["how to mend it", f.rule.remediation],
    ["a fix that works", f.diff && el("pre", {tabindex: "0"}, f.diff)], ["waived", f.waiver], ["owner", f.rule.owner], ["target", f.target.environment], ["fingerprint", f.fingerprint]]),
    el("button", {type: "button", onclick: () => showPolicy(f.rule)}, "Show the policy")));
}

function frame(f) {
  const pre = el("pre", {tabindex: "0", role: "region", "aria-label": "source"});
  const width = String(f.first + f.count - 1).length;
  for (let i = 0; i < f.count; i++) {
    const n = f.first + i;
    const text = n === f.line && f.text !== undefined ? f.text : f.file.lines[n] || "";
    pre.append(el("span", {class: "n"}, String(n).padStart(width) + " │ "));
    if (n === f.line) pre.append(text.slice(0, f.from), el("mark", {}, text.slice(f.from, f.to) || " "), text.slice(f.to), "\n");
    else pre.append(text, "\n");
  }
  return pre;
}

/** Names and texts; what is empty is left out. */
function facts(pairs) {
  return el("dl", {class: "facts"}, ...pairs.filter(([, v]) => v).flatMap(([k, v]) => [el("dt", {}, k), el("dd", {}, v)]));
}

function table(caption, heads, lines) {
  return el("div", {class: "scroll"}, el("table", {}, el("caption", {class: "sr"}, caption),
    el("thead", {}, el("tr", {}, ...heads.map(h => el("th", {scope: "col"}, h)))),
    el("tbody", {}, ...lines.map(line => el("tr", {}, ...line.map(c => el("td", {}, c)))))));
}

function overview() {
  const c = data.counts;
  const tile = (name, n, kind) => el("div", {}, el("dt", {}, name), el("dd", {class: n && n !== "0" ? kind : "nothing"}, String(n)));
  byId("tiles").append(tile("errors", c.error, "error"), tile("warnings", c.warning, "warning"), tile("notes", c.info, "info"),
    tile("waived", c.waived, "waived"), tile("unknown", c.unknown, "warning"), tile("not judged", data.errors.length, "error"),
    tile("policies passed", `${c.passed} of ${c.ran}`, c.passed === c.ran ? "good" : ""), tile("subjects", data.run.subjects, ""));
  const open = findings.filter(f => f.state === "open");
  const perDomain = new Map(data.domains.map(d => [d, {name: d, error: 0, warning: 0, info: 0}])), cells = new Map();
  for (const f of open) {
    for (const [map, key] of [[perDomain, domainOf(f)], [cells, domainOf(f) + "\n" + characteristicOf(f)]]) {
      if (!map.has(key)) map.set(key, {name: key, error: 0, warning: 0, info: 0});
      map.get(key)[f.severity]++;
    }
  }
  const domains = [...perDomain.keys()].sort();
  const characteristics = [...new Set(data.policies.map(p => p.characteristic || NONE))].sort();
  byId("domains").append(domains.length ? bars("Open findings by domain", domains.map(d => perDomain.get(d))) : el("p", {class: "empty"}, "Nothing was found."));
  byId("posture").append(domains.length ? heat(domains, characteristics, cells) : el("p", {class: "empty"}, "No domain is known."));
  if (data.history.length > 1) byId("trend").append(el("h3", {}, "Trend over stored runs"), trend(data.history));
}

function policies() {
  const status = {passed: ["passed", "good"], failed: ["has findings", "error"], waived: ["waived or known", "waived"], notApplicable: ["not applicable", ""]};
  byId("policy-list").replaceChildren(...data.policies.map((p, i) => {
    const [word, kind] = status[p.status] || ["not in force here", ""];
    return el("details", {class: "policy", id: "policy-" + i},
      el("summary", {}, el("b", {}, p.title), el("code", {}, p.id), el("span", {class: "badge " + kind}, word)),
      el("p", {}, p.description),
      facts([["kind", p.kind], ["reads", p.subjects.join(", ")], ["severity", p.severity], ["characteristic", p.characteristic], ["owner", p.owner],
        ["how to mend it", p.remediation], ["rolled out", p.rollout], ["defined at", p.place]]),
      p.links.length ? el("ul", {}, ...p.links.map(l => el("li", {}, link(l)))) : null,
      p.parameters.length ? table("Parameters of " + p.id, ["parameter", "type", "default", "tighter is", "meaning"],
        p.parameters.map(q => [q.name, q.allowed.length ? q.allowed.join(", ") : q.type, q.initial || "", q.order || "", q.description || ""])) : null,
      ...p.examples.map(e => el("div", {}, el("h3", {}, (e.passes ? "✓ complies: " : "✗ found: ") + e.name), ...e.findings.map(f => el("p", {}, f)), el("pre", {tabindex: "0"}, e.code))));
  }));
}

function link(address) {
  return /^https?:\/\//.test(address) ? el("a", {href: address, rel: "noreferrer"}, address) : address;
}

function showPolicy(rule) {
  const page = byId("policy-" + data.policies.indexOf(rule));
  page.open = true;
  page.scrollIntoView();
  page.querySelector("summary").focus();
}

function section(id, heads, lines, always = false) {
  if (lines.length || always) {
    byId(id).hidden = false;
    if (lines.length) byId(id).append(table(byId(id).querySelector("h2").textContent, heads, lines));
    document.querySelector(`nav a[href="#${id}"]`).parentElement.hidden = false;
  }
}

function remaining(w) {
  if (w.days === undefined) return w.expires;
  const [kind, word] = w.days < 0 ? ["error", "expired"] : w.days <= 30 ? ["warning", w.days === 1 ? "1 day left" : w.days + " days left"] : ["", w.days + " days left"];
  return el("span", {}, w.expires + " ", el("span", {class: "badge " + kind}, word));
}

/** What a set that is to come would change; counted are pairs of a policy and a subject. */
function impact(i) {
  const counts = [["newly failing", i.newly_failing], ["newly waived", i.newly_waived], ["newly passing", i.newly_passing], ["unchanged", i.unchanged]];
  byId("impact").append(el("p", {}, `${i.set} ${i.version}, compared with the set that holds; counted are pairs of a policy and a subject.`),
    table("Counts", ["change", "pairs"], counts.map(([word, n]) => [word, String(n)])));
  if (i.domains.length) byId("impact").append(bars("Newly failing by domain", i.domains.map(d => ({name: d.name, error: d.count, warning: 0, info: 0})), ["error"], {error: "newly failing"}));
  if (i.errors.length) byId("impact").append(el("ul", {}, ...i.errors.map(e => el("li", {}, e))));
  section("impact", ["change", "policy", "owner", "domain", "place", "what"], i.changes.map(c => [c.kind, c.policy, c.owner || "", c.domain || NONE, c.place, c.message]), true);
  if (i.more) byId("impact").append(el("p", {}, `and ${i.more} more`));
}

function option(id, values) {
  byId(id).append(...values.map(v => el("option", {value: v}, v)));
}

function wire() {
  let waiting = 0;
  byId("search").addEventListener("input", e => {
    view.text = e.target.value;
    clearTimeout(waiting);
    waiting = setTimeout(select, 80);
  });
  option("domain", [...new Set(findings.map(domainOf))].sort());
  option("policy", [...new Set(findings.map(f => f.rule.id))].sort());
  option("state", [...new Set(findings.map(f => f.state))].sort());
  for (const id of ["severity", "domain", "policy", "state"]) byId(id).addEventListener("change", e => { view[id] = e.target.value; select(); });
  for (const head of document.querySelectorAll("#findings th[data-sort]")) head.querySelector("button").addEventListener("click", () => sortBy(head));
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  let closed = [], page = 0;
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(d => { d.open = true; });
    page = view.page;
    view.page = 0;
    list(PRINTED);
  });
  addEventListener("afterprint", () => {
    closed.forEach(d => { d.open = false; });
    view.page = page;
    list();
  });
}

function sortBy(head) {
  view.down = view.sort === head.dataset.sort && !view.down;
  view.sort = head.dataset.sort;
  document.querySelectorAll("#findings th[data-sort]").forEach(h => h.setAttribute("aria-sort", h !== head ? "none" : view.down ? "descending" : "ascending"));
  select();
}

function turn(by) {
  view.page += by;
  list();
  byId("findings").scrollIntoView();
}

overview();
policies();
const place = r => r.place || "";
section("dates", ["policy", "scope", "blocks after", "days left"], data.dates.map(d => [d.policy, d.scope, d.until, String(d.days)]));
section("waivers", ["policy", "for", "reason", "approver", "ticket", "last day", "findings", "place"],
  data.waivers.map(w => [w.policy, w.subject, w.reason, w.approver, w.ticket, remaining(w), String(w.findings), w.place]));
if (data.impact) impact(data.impact);
section("unknowns", ["policy", "depends on", "because", "place"], data.unknown.map(u => [u.policy, u.pointer, u.reason, place(u)]));
section("problems", ["place", "what could not be judged"], data.errors.map(e => [place(e), e.message]));
section("notes", ["place", "note"], data.notes.map(n => [place(n), n.message]));
wire();
select();
document.body.dataset.ready = String(findings.length);
