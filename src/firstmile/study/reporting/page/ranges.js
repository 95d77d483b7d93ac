// Estimates with intervals on one axis: odds ratios around 1 (log), correlations with the band that equality would give.
function ranges(box, rows, options) {
  // rows: [{label, value, low, high, band?: [low, high], sure, text}]
  chart(box, (width) => {
    const high = 42, top = 22, log = options.log;
    const to = log ? Math.log : (x) => x;
    const all = rows.flatMap((row) => [row.low, row.high, ...(row.band || [])]).concat(options.always || []);
    const from = to(Math.max(log ? 0.05 : -1, Math.min(...all))), until = to(Math.min(log ? 60 : 1, Math.max(...all)));
    const x = (value) => 6 + ((width - 12) * (Math.min(until, Math.max(from, to(value))) - from)) / (until - from || 1);
    const svg = el("svg", { viewBox: `0 0 ${width} ${top + rows.length * high}`, role: "group" });
    for (const tick of options.ticks.filter((tick) => to(tick) >= from && to(tick) <= until)) {
      svg.append(el("line", { x1: x(tick), x2: x(tick), y1: top - 6, y2: top + rows.length * high, stroke: tick === options.zero ? "var(--soft)" : "var(--line)", "stroke-dasharray": tick === options.zero ? "3 3" : null }),
        el("text", { x: x(tick), y: 11, "text-anchor": tick === options.ticks[0] ? "start" : "middle", class: "soft" }, String(tick)));
    }
    rows.forEach((row, n) => {
      const y = top + n * high + 29, tint = row.sure ? "var(--accent)" : "var(--soft)";
      svg.append(el("text", { x: 6, y: y - 13, "font-weight": row.sure ? 600 : 400 }, row.label));
      if (row.band) svg.append(el("rect", { x: x(row.band[0]), width: Math.max(2, x(row.band[1]) - x(row.band[0])), y: y - 7, height: 14, rx: 4, fill: "var(--band)" }));
      const mark = el("g", {}, el("line", { x1: x(row.low), x2: x(row.high), y1: y, y2: y, stroke: tint, "stroke-width": 3, "stroke-linecap": "round" }), el("circle", { cx: x(row.value), cy: y, r: 6, fill: tint, stroke: "var(--surface)", "stroke-width": 1.5 }), el("rect", { x: 0, y: y - 10, width, height: 20, fill: "transparent" }));
      mark.setAttribute("tabindex", "0");
      mark.setAttribute("role", "img");
      svg.append(tipped(mark, row.text));
    });
    return svg;
  });
}
