// Putting the charts in their places.
function phenomena() {
  for (const [n, one] of D.phenomena.entries()) {
    const box = $(`phenomenon-${n}`);
    if (!box || !one.claims.length) continue;
    const odds = one.claims[0].odds_ratio !== undefined;
    ranges(box, one.claims.map((claim) => odds
      ? { label: claim.short, value: claim.odds_ratio, low: claim.interval[0], high: claim.interval[1], sure: claim.p_holm < 0.05, text: claim.claim + ": " + claim.verdict + "\n" + claim.words }
      : { label: claim.short, value: claim.pearson, low: claim.interval[0], high: claim.interval[1], band: claim.pearson_if_equal, sure: claim.interval[0] > 0, text: claim.claim + ": " + claim.verdict + "\n" + claim.words }),
      odds ? { log: true, ticks: [0.25, 0.5, 1, 2, 4, 8, 16, 32], zero: 1, always: [0.5, 2] } : { ticks: [-0.5, 0, 0.5, 1], zero: 0, always: [0, 1] });
  }
}
function likeness() {
  for (const field of ["symptom", "root_cause"]) {
    const details = Object.entries(D.rq4[`${field}_details`]);
    if (!details.length) { if ($(`alike-${field}`)) $(`alike-${field}`).textContent = "Not two series with at least 20 records."; continue; }
    ranges(`alike-${field}`, details.map(([pair, one]) => ({ label: `${pair.replace("-", " and ")}: r ${one.pearson.toFixed(2)}`, value: one.pearson, low: one.interval[0], high: one.interval[1], band: one.pearson_if_equal, sure: one.interval[0] > 0,
      text: `r ${one.pearson.toFixed(2)} (${one.interval[0].toFixed(2)} to ${one.interval[1].toFixed(2)})\nif equal: ${one.pearson_if_equal[0].toFixed(2)} to ${one.pearson_if_equal[1].toFixed(2)}\nequality p ${pValue(one.p_equal_holm)} (Holm), Spearman ${one.spearman.toFixed(2)}` })),
      { ticks: [-0.5, 0, 0.5, 1], zero: 0, always: [0, 1] });
  }
  const table = D.rq2.root_causes_by_series, names = seriesNames.filter((name) => sum(Object.values(table[name])) >= 20).slice(0, 6);
  if (names.length) dots("profiles", shareRows("root_cause", table, names, "series"), Object.fromEntries(names.map((name) => [name, seriesColour(name)])));
}
function compared(id, field, table, names, by, comparisons) {
  const rows = shareRows(field, table, names, by), found = Object.fromEntries(comparisons.map((one) => [one.label, one]));
  for (const row of rows) {
    const one = found[row.label];
    if (one) { row.sure = one.p_holm < 0.05; row.note = `${one.odds_ratio.toFixed(1)}×, p ${pValue(one.p_holm)}`; }
  }
  dots(id, rows, Object.fromEntries(names.map((name, n) => [name, ["#5361b5", "#b04f14"][n % 2]])), "odds, p");
}
function stages() {
  const names = ["Inference", "Fine-tuning"].filter((name) => D.rq5.symptoms_by_stage[name]);
  if (!names.length) return;
  compared("stages-symptom", "symptom", D.rq5.symptoms_by_stage, names, "stage", D.rq5.symptom_comparisons);
  compared("stages-root_cause", "root_cause", D.rq5.root_causes_by_stage, names, "stage", D.rq5.root_cause_comparisons);
}
function versions() {
  D.rq6.pairs.forEach((pair, n) => {
    for (const field of ["symptom", "root_cause"]) compared(`versions-${field}-${n}`, field, D.rq6[`${field}s_by_version`], [pair.from, pair.to], "model", pair[`${field}_comparisons`]);
  });
}
function publishedFilter() {
  const table = $("published");
  if (!table) return;
  const show = (name) => { for (const row of table.tBodies[0].rows) row.hidden = name === "differences" && row.dataset.verdict === "equal"; };
  $("published-filter").append(toggle(["differences", "all"], "differences", show));
  show("differences");
}
const themes = ["auto", "light", "dark"];
function theme(name) {
  if (name === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = name;
  $("theme").textContent = { auto: "◐ auto", light: "☀ light", dark: "☾ dark" }[name];
}
let chosen = "auto";
$("theme").addEventListener("click", () => { chosen = themes[(themes.indexOf(chosen) + 1) % 3]; theme(chosen); });

treemap("tree-symptom", "crumbs-symptom", "symptom", D.rq1.leaves, D.rq1.leaf_shares);
treemap("tree-root_cause", "crumbs-root_cause", "root_cause", D.rq2.leaves, D.rq2.leaf_shares);
bars("bars-symptom", "symptom", D.rq1.symptoms_by_series);
bars("bars-root_cause", "root_cause", D.rq2.root_causes_by_series);
heat("heat");
phenomena();
likeness();
stages();
versions();
publishedFilter();
document.documentElement.dataset.drawn = "yes";
