// Charts: acts of a relation over time, partners on a map, memberships as bars, alignment as lines.
"use strict";

const COLOURS = { 1: "#2a78b8", 2: "#1b9e77", 3: "#d98a00", 4: "#c0392b" };
const NAMES = { 1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict" };
const LINES = ["#1f77b4", "#c0392b", "#d98a00", "#1b9e77", "#7b52ab", "#7a6a58"];
const style = { background: "transparent", fontFamily: "inherit", fontSize: "12px", overflow: "visible" };
const day = (text) => new Date(`${text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text}T00:00:00Z`);

function dataOf(figure) {
  const holder = figure.dataset.from ? document.getElementById(figure.dataset.from) : figure.querySelector("script");
  return JSON.parse(holder.textContent);
}
function widthOf(figure) {
  return Math.max(280, figure.getBoundingClientRect().width);
}
function labelled(chart, label, names = new Map()) {
  // Beside the picture a chart may hold legends, which are pictures too.
  const svg = chart.tagName === "svg" ? chart : [...chart.querySelectorAll(":scope > svg")].pop();
  // Names on groups without a role say nothing to anybody; the picture as a whole has one.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  svg.setAttribute("role", svg.querySelector("a") ? "group" : "img");
  svg.setAttribute("aria-label", label);
  for (const link of svg.querySelectorAll("a")) {
    if (link.querySelector("title") === null) link.setAttribute("aria-label", names.get(link.href.baseVal) || "open");
  }
  return chart;
}

function relation(figure) {
  const { points, months } = dataOf(figure);
  const acts = points.map((p) => ({ ...p, date: day(p.day), done: p.modality === "asserted" || p.modality === "ongoing" }));
  const sums = months.flatMap((m) => [
    { date: day(m.month), value: m.cooperation, side: "cooperation" },
    { date: day(m.month), value: m.conflict, side: "conflict" },
  ]);
  const chart = Plot.plot({
    width: widthOf(figure), height: 300, style, marginLeft: 40,
    x: { type: "utc", label: null, nice: true },
    y: { label: "intensity", grid: true, domain: [-10, 10] },
    color: { domain: [1, 2, 3, 4], range: Object.values(COLOURS), tickFormat: (q) => NAMES[q], legend: true },
    marks: [
      Plot.ruleY([0]),
      Plot.dot(acts, {
        x: "date", y: "intensity", stroke: "quad_class", fill: (p) => (p.done ? p.quad_class : null), r: 4, fillOpacity: 0.75,
        href: (p) => `/claims/${p.claim}`, tip: true,
        title: (p) => `${p.day}: ${p.type} ${p.mode || ""}\n${NAMES[p.quad_class]}, intensity ${p.intensity}${p.done ? "" : `\n${p.modality}, not counted`}`,
      }),
    ],
  });
  const bars = Plot.plot({
    width: widthOf(figure), height: 130, style, marginLeft: 40,
    x: { type: "utc", label: null, domain: d3.extent(acts, (p) => p.date), nice: true },
    y: { label: "sum by month", grid: true },
    color: { domain: ["cooperation", "conflict"], range: [COLOURS[2], COLOURS[4]] },
    marks: [
      Plot.rectY(sums, { x: "date", interval: "month", y: "value", fill: "side" }),
      Plot.ruleY([0]),
    ],
  });
  const names = new Map(acts.map((p) => [`/claims/${p.claim}`, `${p.day}: ${p.type}, ${NAMES[p.quad_class]}`]));
  figure.append(labelled(chart, `${acts.length} acts between the two, by day and intensity`, names), labelled(bars, "Sums of cooperation and conflict by month"));
}

async function map(figure) {
  const { partners, code } = dataOf(figure);
  const answer = await fetch(figure.dataset.world);
  const world = topojson.feature(await answer.json(), "countries");
  const known = new Map(partners.map((p) => [p.code, p]));
  const most = Math.max(1, ...partners.map((p) => p.claims));
  const told = (f) => known.get(f.id);
  const width = Math.min(1000, widthOf(figure));
  const chart = Plot.plot({
    width, height: width * 0.48, style, projection: "equal-earth",
    color: { type: "sqrt", scheme: "Blues", domain: [0, most], label: "claims", legend: true },
    marks: [
      Plot.sphere({ stroke: "currentColor", strokeOpacity: 0.2 }),
      Plot.geo(world, { fill: "currentColor", fillOpacity: 0.08, stroke: "currentColor", strokeOpacity: 0.35, strokeWidth: 0.3 }),
      Plot.geo(world.features.filter(told), {
        fill: (f) => (told(f) ? told(f).claims : null), stroke: "currentColor", strokeWidth: 0.3,
        href: (f) => (told(f) ? `/relations/${code}-${f.id}` : null),
        title: (f) => `${f.properties.name}${told(f) ? `: ${told(f).claims} claims, ${told(f).conflict} of conflict` : ""}`,
      }),
      Plot.geo(world.features.filter((f) => f.id === code), { fill: "#f2c14e", stroke: "currentColor", strokeWidth: 0.6 }),
    ],
  });
  figure.append(labelled(chart, `World map: ${partners.length} states by how much is told of them together`));
}

function memberships(figure) {
  const { memberships: rows, code } = dataOf(figure);
  const today = new Date();
  const bars = rows.map((m) => ({
    name: m.organisation === code ? m.member : m.organisation, from: day(m.valid_from), to: m.valid_to ? day(m.valid_to) : today, status: m.status,
  }));
  const names = new Set(bars.map((b) => b.name));
  figure.append(labelled(Plot.plot({
    width: widthOf(figure), height: Math.min(900, 40 + 16 * names.size), style, marginLeft: 90,
    x: { type: "utc", label: null }, y: { label: null },
    color: { legend: true },
    marks: [Plot.barX(bars, { x1: "from", x2: "to", y: "name", fill: "status", insetTop: 2, insetBottom: 2, title: (b) => `${b.name}: ${b.status}` })],
  }), `${names.size} memberships over time`));
}

function alignment(figure) {
  const { alignment: rows } = dataOf(figure);
  figure.append(labelled(Plot.plot({
    width: widthOf(figure), height: 220, style,
    x: { label: null, tickFormat: (y) => `${y}`, interval: 1 }, y: { domain: [-1, 1], grid: true, label: "alignment" },
    color: { range: LINES, legend: true },
    marks: [Plot.ruleY([0]), Plot.lineY(rows, { x: "year", y: "value", stroke: "pole", marker: true }), Plot.tip(rows, Plot.pointerX({ x: "year", y: "value", stroke: "pole" }))],
  }), "Alignment with each pole by year"));
}

const DRAWN = { relation, map, memberships, alignment };
async function draw(within) {
  for (const figure of within.querySelectorAll("figure.chart:not([data-drawn])")) {
    figure.dataset.drawn = "yes";
    try {
      await DRAWN[figure.dataset.chart](figure);
    } catch (error) {
      figure.dataset.drawn = "failed";
      figure.insertAdjacentText("beforeend", "The chart could not be drawn; the table below holds the same.");
      console.error(error);
    }
  }
}
document.addEventListener("DOMContentLoaded", () => draw(document));
document.addEventListener("htmx:afterSettle", (event) => draw(event.target.parentElement || document));
