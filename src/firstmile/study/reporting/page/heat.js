// Symptoms against root causes: how far each pair is from chance, and the records behind it.
function heat(id) {
  const { adjusted_residuals: z, root_causes_by_symptom: n, residuals_p_benjamini_hochberg: p } = D.rq3;
  const symptoms = Object.keys(z), causes = Object.keys(z[symptoms[0]] || {});
  const strongest = Math.max(4, ...symptoms.flatMap((s) => causes.map((c) => Math.abs(z[s][c]))));
  let mode = "residual";
  const most = Math.max(...symptoms.flatMap((s) => causes.map((c) => n[s][c])));
  const cell = (s, c) => {
    const residual = z[s][c], count = n[s][c];
    const depth = mode === "residual" ? Math.min(1, Math.abs(residual) / strongest) : count / most;
    const tint = mode === "residual" ? (residual > 0 ? "--pos" : "--neg") : "--accent";
    const sure = p[s][c] < 0.05;
    const mix = Math.round(100 * Math.sqrt(depth) * (mode === "residual" && !sure ? 0.45 : 1));
    const text = `${s} from ${c}\n${number(count)} records\nadjusted residual ${residual > 0 ? "+" : ""}${residual.toFixed(1)}, p ${pValue(p[s][c])} (Benjamini-Hochberg)`;
    return el("td", {}, tipped(el("button", { type: "button", onclick: () => openIssues(`${s} from ${c}`, { symptom: s, root_cause: c }, count),
      style: `background:color-mix(in oklab,var(${tint}) ${mix}%,var(--bg));color:${mix > 62 ? "#fff" : "var(--ink)"};font-weight:${sure && mode === "residual" ? 700 : 400}` },
      mode === "residual" ? (residual > 0 ? "+" : "−") + Math.abs(residual).toFixed(1) : number(count), el("small", {}, mode === "residual" ? number(count) : "")), text));
  };
  const table = () => el("table", { class: "heat" },
    el("thead", {}, el("tr", {}, el("th", {}), symptoms.map((s) => el("th", { scope: "col" }, s)))),
    el("tbody", {}, causes.map((c) => el("tr", {}, el("th", { scope: "row" }, c), symptoms.map((s) => cell(s, c))))));
  const content = el("div", { class: "scroll" });
  const fill = () => content.replaceChildren(table());
  fill();
  $(id).replaceChildren(el("div", { class: "bar" }, el("h3", {}, "Root causes by symptom"), toggle(["residual", "count"], mode, (name) => { mode = name; fill(); })), content,
    el("p", { class: "legend" }, "Red: more often together than chance would have it; blue: less often. Bold: still so after correction for the number of cells. Small: records. Press a cell for its issues."));
}
