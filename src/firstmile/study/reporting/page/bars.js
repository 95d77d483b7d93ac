// Stacked bars: a series a row, a group a segment, as counts or as shares.
function bars(id, field, rows) {
  const box = $(id);
  const names = Object.keys(rows), labels = groupsOf[field];
  const most = Math.max(...names.map((name) => sum(Object.values(rows[name]))));
  let mode = "share";
  const draw = () => el("div", { class: "rows" }, names.map((name) => {
    const total = sum(Object.values(rows[name]));
    const whole = mode === "share" ? total : most;
    return el("div", { class: "row" }, el("div", {}, name, " ", el("span", { style: "color:var(--soft)" }, number(total))),
      el("div", { class: "segments", style: mode === "count" ? `width:${(100 * total) / most}%` : "" }, labels.filter((label) => rows[name][label]).map((label) => {
        const n = rows[name][label];
        const made = el("button", { type: "button", style: `flex:${n} 0 0;background:${colour(field, label)}`, onclick: () => openIssues(`${label}, ${name}`, { [field]: label, series: name }, n) },
          (n / whole) * (box.clientWidth - 90) > 32 ? (mode === "share" ? percent(n / total) : number(n)) : null);
        return tipped(made, `${name}: ${label}\n${number(n)} records, ${percent(n / total, 1)}`);
      })));
  }));
  const content = el("div", {});
  const fill = () => content.replaceChildren(draw());
  box.replaceChildren(el("div", { class: "bar" }, el("h3", {}, "By series"), toggle(["share", "count"], mode, (name) => { mode = name; fill(); })), content, legend(labels, (label) => colour(field, label)));
  new ResizeObserver(fill).observe(box);
}
