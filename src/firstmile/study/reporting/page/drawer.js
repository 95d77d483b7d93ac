// Every cell opens the list of the issues behind it.
const R = D.page.records;
const F = D.page.fields;
const value = (record, field) => F[field].values[record[F[field].at]];
const SHOWN = 400;

function matching(wanted) {
  // wanted: {symptom: "Crash", series: "Qwen"}; a label matches its own path and everything below it.
  const allowed = Object.entries(wanted).map(([field, text]) => [
    F[field].at, new Set(F[field].values.map((name, n) => [name, n]).filter(([name]) => name === text || name.startsWith(text + " - ")).map(([, n]) => n)),
  ]);
  return R.filter((record) => allowed.every(([at, set]) => set.has(record[at])));
}
const drawer = $("drawer");
let opener = null;
function openIssues(title, wanted, total) {
  opener = document.activeElement;
  const all = matching(wanted);
  const list = el("ol", {});
  const count = el("p", { class: "lead", style: "margin:0" });
  const search = el("input", { type: "search", placeholder: "Search repository, label, title", "aria-label": "Search these issues" });
  const facets = el("div", { class: "facets" });
  let series = null;
  const fill = () => {
    const words = search.value.toLowerCase();
    const found = all.filter((record) => (series === null || value(record, "series") === series) && (!words || line(record).toLowerCase().includes(words)));
    const shown = found.slice(0, SHOWN);
    const outOf = total !== undefined && total > all.length ? ` (${number(all.length)} of ${number(total)} are in this page)` : "";
    count.textContent = `${number(found.length)} record${found.length === 1 ? "" : "s"}${outOf}` + (shown.length < found.length ? `, the first ${SHOWN} shown` : "");
    list.replaceChildren(...shown.map(item));
  };
  const names = [...new Set(all.map((record) => value(record, "series")))];
  if (names.length > 1 && names.length < 13) {
    facets.append(...names.map((name) => {
      const button = el("button", { type: "button", "aria-pressed": "false", onclick: () => {
        series = series === name ? null : name;
        for (const other of facets.children) other.setAttribute("aria-pressed", String(other === button && series !== null));
        fill();
      } }, `${name} ${all.filter((record) => value(record, "series") === name).length}`);
      return button;
    }));
  }
  search.addEventListener("input", fill);
  drawer.replaceChildren(
    el("header", {}, el("h2", {}, title), el("button", { class: "close", type: "button", "aria-label": "Close", onclick: closeIssues }, "✕"), count, facets, search), list);
  fill();
  drawer.classList.add("open");
  drawer.setAttribute("aria-hidden", "false");
  search.focus({ preventScroll: true });
}
function closeIssues() {
  drawer.classList.remove("open");
  drawer.setAttribute("aria-hidden", "true");
  if (opener) opener.focus({ preventScroll: true });
}
const line = (record) => [value(record, "repository") + "#" + record[F.issue], value(record, "symptom"), value(record, "root_cause"), value(record, "stage"), record[F.title] || ""].join(" ");
function item(record) {
  const repository = value(record, "repository");
  return el("li", {},
    el("a", { href: `https://github.com/${repository}/issues/${record[F.issue]}`, target: "_blank", rel: "noopener noreferrer" }, `${repository}#${record[F.issue]}`),
    record[F.title] ? " " + record[F.title] : null,
    el("div", {}, value(record, "symptom")), el("div", {}, "← " + value(record, "root_cause")), el("div", {}, value(record, "stage")));
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && drawer.classList.contains("open")) closeIssues(); });
