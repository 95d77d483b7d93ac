// Rows of dots with their intervals on one axis: shares by series, by stage, by version.
function dots(id, rows, kinds, more) {
  // rows: [{label, colour, values: [{kind, share, low, high, n, wanted}], note, sure}]
  chart(id, (width) => {
    const narrow = width < 560;
    const left = narrow ? 8 : Math.min(330, width * 0.42), right = more ? 112 : 16;
    const high = narrow ? 46 : 30, top = 26;
    const end = Math.max(0.05, ...rows.flatMap((row) => row.values.map((one) => one.high))) * 1.03;
    const x = (share) => left + ((width - left - right) * share) / end;
    const step = end > 0.5 ? 0.2 : end > 0.2 ? 0.1 : 0.05;
    const svg = el("svg", { viewBox: `0 0 ${width} ${top + rows.length * high + 6}`, role: "group" });
    for (let tick = 0; tick <= end; tick += step) {
      svg.append(el("line", { x1: x(tick), x2: x(tick), y1: top - 6, y2: top + rows.length * high, stroke: "var(--line)" }), el("text", { x: x(tick), y: 12, "text-anchor": "middle", class: "soft" }, Math.round(100 * tick) + " %"));
    }
    if (more) svg.append(el("text", { x: width, y: 12, "text-anchor": "end", class: "soft" }, more));
    rows.forEach((row, n) => {
      const y = top + n * high + (narrow ? 32 : high / 2);
      svg.append(el("text", { x: narrow ? left : left - 12, y: narrow ? y - 14 : y + 4, "text-anchor": narrow ? "start" : "end", "font-weight": row.sure ? 700 : 400 }, row.label));
      if (row.note) svg.append(el("text", { x: width, y: y + 4, "text-anchor": "end", class: row.sure ? "" : "soft", "font-weight": row.sure ? 700 : 400 }, row.note));
      const shares = row.values.map((one) => one.share);
      svg.append(el("line", { x1: x(Math.min(...shares)), x2: x(Math.max(...shares)), y1: y, y2: y, stroke: "var(--soft)", "stroke-width": 1.5 }));
      row.values.forEach((one, k) => {
        const shift = (k - (row.values.length - 1) / 2) * 5, tint = kinds[one.kind];
        svg.append(el("line", { x1: x(one.low), x2: x(one.high), y1: y + shift, y2: y + shift, stroke: tint, "stroke-width": 2.5, opacity: 0.35, "stroke-linecap": "round" }));
        const dot = el("circle", { cx: x(one.share), cy: y + shift, r: 5.5, fill: tint, stroke: "var(--surface)", "stroke-width": 1.5 });
        svg.append(tipped(pressable(dot, () => openIssues(`${row.label}, ${one.kind}`, one.wanted, one.n)), `${row.label}, ${one.kind}\n${number(one.n)} records, ${percent(one.share, 1)} (${percent(one.low, 1)} to ${percent(one.high, 1)})`));
      });
    });
    return [svg, legend(Object.keys(kinds), (kind) => kinds[kind])];
  });
}
// Wilson's interval of a share.
function wilson(hits, total) {
  if (!total) return [0, 0, 1];
  const z = 1.959963984540054, share = hits / total, below = 1 + (z * z) / total;
  const centre = (share + (z * z) / (2 * total)) / below, half = (z / below) * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return [share, Math.max(0, centre - half), Math.min(1, centre + half)];
}
function shareRows(field, table, names, by) {
  return groupsOf[field].map((label) => ({ label, values: names.map((name) => {
    const total = sum(Object.values(table[name])), n = table[name][label] || 0, [share, low, high] = wilson(n, total);
    return { kind: name, n, share, low, high, wanted: { [field]: label, [by]: name } };
  }) }));
}
