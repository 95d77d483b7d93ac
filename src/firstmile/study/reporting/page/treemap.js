// A squarified treemap of a taxonomy; a press goes one level down, a press on a leaf lists its issues.
function squarify(items, x, y, w, h) {
  const boxes = [];
  let rest = items.filter((item) => item.n > 0).sort((a, b) => b.n - a.n);
  while (rest.length) {
    const total = sum(rest.map((item) => item.n));
    const side = Math.min(w, h), scale = (w * h) / total;
    let row = [], worst = Infinity;
    for (const item of rest) {
      const areas = [...row, item].map((one) => one.n * scale), all = sum(areas);
      const now = Math.max(...areas.map((area) => Math.max((side * side * area) / (all * all), (all * all) / (side * side * area))));
      if (now > worst) break;
      worst = now;
      row.push(item);
    }
    rest = rest.slice(row.length);
    const thick = (sum(row.map((item) => item.n)) * scale) / side;
    let along = 0;
    for (const item of row) {
      const length = (item.n * scale) / thick;
      boxes.push(w >= h ? { item, x, y: y + along, w: thick, h: length } : { item, x: x + along, y, w: length, h: thick });
      along += length;
    }
    if (w >= h) { x += thick; w -= thick; } else { y += thick; h -= thick; }
  }
  return boxes;
}
function tree(leaves) {
  const root = { path: "", n: 0, below: new Map() };
  for (const [path, n] of Object.entries(leaves)) {
    let node = root;
    root.n += n;
    const parts = path.split(" - ");
    parts.forEach((_, depth) => {
      const key = parts.slice(0, depth + 1).join(" - ");
      if (!node.below.has(key)) node.below.set(key, { path: key, n: 0, below: new Map(), up: node });
      node = node.below.get(key);
      node.n += n;
    });
  }
  return root;
}
// [the largest size at which no word is cut and the lines fit, whether a line is left]; 0 if there is none, and then the tip has to do.
function fontSize(text, w, h) {
  for (const size of [14, 13, 12, 11, 10]) {
    const fits = (characters) => characters * size * 0.62 <= w;
    const words = text.split(/(?<=-)| /);
    if (!words.every((word) => fits(word.length))) continue;
    let lines = 1, length = 0;
    for (const word of words) { if (length && !fits(length + 1 + word.length)) { lines += 1; length = 0; } length += (length ? 1 : 0) + word.length; }
    if (lines * size * 1.18 <= h) return [size, (lines + 1) * size * 1.2 <= h];
  }
  return [0, false];
}
function treemap(id, crumbsId, field, leaves, shares) {
  const root = tree(leaves);
  let at = root;
  const box = $(id), crumbs = $(crumbsId);
  const go = (node) => { at = node; box.replaceChildren(...draw()); };
  const draw = () => {
    const above = [];
    for (let node = at; node; node = node.up) above.unshift(node);
    crumbs.replaceChildren(...above.flatMap((node, n) => [n ? " › " : "", node === at ? leafName(node.path) || "all" : el("button", { type: "button", onclick: () => go(node) }, leafName(node.path) || "all")]));
    if (at === root) crumbs.replaceChildren(...[...root.below.values()].sort((a, b) => b.n - a.n).map((node) => el("button", { type: "button", onclick: () => go(node) }, el("i", { style: `background:${colour(field, node.path)}` }), `${node.path} ${number(node.n)}`)));
    const shown = at === root ? [...root.below.values()].map((node) => ({ n: node.n, node })) : [...at.below.values()].map((node) => ({ n: node.n, node }));
    const boxes = squarify(shown, 0, 0, box.clientWidth, box.clientHeight);
    const all = [];
    for (const outer of boxes) {
      // From above, each group shows its leaves; a group's own box would only frame them.
      const inner = at === root ? leavesOf(outer.item.node) : null;
      for (const one of inner ? squarify(inner, outer.x + 1, outer.y + 1, outer.w - 2, outer.h - 2) : [outer]) all.push(button(one, inner ? outer.item.node : null));
    }
    return all;
  };
  const leavesOf = (node) => (node.below.size ? [...node.below.values()].flatMap(leavesOf) : [{ n: node.n, node }]);
  const button = ({ item, x, y, w, h }, groupNode) => {
    const node = item.node, share = shares[node.path];
    const siblings = Object.keys(leaves).filter((path) => group(path) === group(node.path));
    const shade = Math.min(26, 5 * Math.max(0, siblings.indexOf(node.path)));
    const text = `${node.path}\n${number(node.n)} records, ${percent(node.n / root.n, 1)}` + (share ? ` (${share.interval_percent[0]} to ${share.interval_percent[1]} %)` : "");
    const [size, room] = fontSize(leafName(node.path), w - 14, h - 8);
    const action = () => {
      if (groupNode && groupNode.below.size) go(groupNode);
      else if (node.below.size) go(node);
      else openIssues(node.path, { [field]: node.path }, node.n);
    };
    const made = el("button", { type: "button", onclick: action, style: `left:${x}px;top:${y}px;width:${Math.max(0, w - 1.5)}px;height:${Math.max(0, h - 1.5)}px;background:color-mix(in oklab,${colour(field, node.path)},#000 ${shade}%);font-size:${size || 8}px` },
      size ? [el("b", {}, leafName(node.path)), room ? el("span", {}, number(node.n)) : null] : null);
    return tipped(made, text);
  };
  new ResizeObserver(() => box.replaceChildren(...draw())).observe(box);
}
