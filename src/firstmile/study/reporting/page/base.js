"use strict";
// The data that the page was made with. Text from it goes into the page as text only, never as markup.
const D = JSON.parse(document.getElementById("data").textContent);
const NS = "http://www.w3.org/2000/svg";
const PALETTE = {
  symptom: ["#a8362a", "#2f6db5", "#94610f", "#6b4fa0", "#2f7357", "#6d6a5f"],
  root_cause: ["#2f6db5", "#b04f14", "#7a5195", "#17737f", "#a83a6d", "#477326", "#a8362a", "#5361b5", "#6d6a5f", "#94610f"],
};
const SERIES = ["#2f6db5", "#b04f14", "#2f7357", "#a83a6d", "#6b4fa0", "#94610f"];

function el(tag, attributes, ...children) {
  const svg = ["svg", "g", "rect", "line", "circle", "text", "path"].includes(tag);
  const node = svg ? document.createElementNS(NS, tag) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "style") node.style.cssText = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
  return node;
}
const $ = (id) => document.getElementById(id);
const sum = (values) => values.reduce((a, b) => a + b, 0);
const leafName = (path) => path.split(" - ").pop();
const group = (path) => path.split(" - ")[0];
const percent = (x, digits = 0) => (100 * x).toFixed(digits) + " %";
const number = (n) => n.toLocaleString("en-GB");
const pValue = (p) => (p < 1e-4 ? p.toExponential(0).replace("e-", "e-") : p < 0.001 ? p.toFixed(4) : p < 0.1 ? p.toFixed(3) : p.toFixed(2));

const groupsOf = {
  symptom: Object.keys(D.rq1.shares),
  root_cause: Object.keys(D.rq2.shares),
};
const colour = (field, name) => PALETTE[field][Math.max(0, groupsOf[field].indexOf(group(name))) % PALETTE[field].length];
const seriesNames = Object.keys(D.rq1.symptoms_by_series);
const seriesColour = (name) => SERIES[Math.max(0, seriesNames.indexOf(name)) % SERIES.length];

// A chart draws itself into its box, and again whenever the box becomes wider or narrower.
function chart(id, draw) {
  const box = typeof id === "string" ? $(id) : id;
  if (!box) return;
  let width = 0;
  new ResizeObserver(() => {
    const now = Math.round(box.clientWidth);
    if (now && now !== width) { width = now; box.replaceChildren(...[draw(width)].flat()); }
  }).observe(box);
}

// The tip follows pointer and focus alike.
const tip = $("tip");
function tipped(node, text) {
  const show = (x, y) => {
    tip.textContent = text;
    tip.style.opacity = 1;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(innerWidth - box.width - 8, x + 14)) + "px";
    tip.style.top = (y + 18 + box.height > innerHeight ? y - box.height - 10 : y + 18) + "px";
  };
  node.addEventListener("pointermove", (event) => show(event.clientX, event.clientY));
  node.addEventListener("focus", () => { const box = node.getBoundingClientRect(); show(box.left, box.bottom - 10); });
  for (const name of ["pointerleave", "blur"]) node.addEventListener(name, () => { tip.style.opacity = 0; });
  node.setAttribute("aria-label", text.replace(/\n/g, ", "));
  return node;
}
function pressable(node, action) {
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  node.addEventListener("click", action);
  node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); action(); } });
  return node;
}
function toggle(names, chosen, action) {
  const buttons = names.map((name) => el("button", { type: "button", "aria-pressed": String(name === chosen), onclick: () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === name));
    action(name);
  } }, name));
  return el("span", { class: "toggle" }, buttons);
}
const legend = (names, colourOf) => el("div", { class: "legend" }, names.map((name) => el("span", {}, el("i", { style: `background:${colourOf(name)}` }), name)));
