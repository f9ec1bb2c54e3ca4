"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const [GAP, TEAM, LEVEL, STACK, INDENT, MARGIN] = [14, 24, 36, 20, 14, 24];
  const MANY = 150, FIRST_SIGHT = 60, ROW = 3;
  const by = (id) => document.getElementById(id);
  const { boxes, links, width, height } = JSON.parse(by("data").textContent);
  const chart = by("chart"), lines = by("lines"), panel = by("panel"), search = by("search");
  const drawn = [...lines.childNodes];
  const cards = boxes.map((_, n) => by("box" + n));
  const below = boxes.map(() => []);
  const heads = [];
  boxes.forEach((box, n) => (box.above < 0 ? heads : below[box.above]).push(n));
  const folded = new Set();
  let places = [], extent = { width, height }, view = null, whole = true, chosen = -1, hits = [];

  // What is to be seen, each box after the one above it.
  function shown(within = heads, all = false) {
    const found = [...within];
    for (let i = 0; i < found.length; i++) {
      if (all || !folded.has(found[i])) found.push(...below[found[i]]);
    }
    return found;
  }

  function above(n) {
    const chain = [];
    for (let up = boxes[n].above; up >= 0; up = boxes[up].above) chain.push(up);
    return chain;
  }

  // ---- arranging what is left when teams are folded
  function stack(team, left, top, block) {
    const most = Math.max(5, Math.ceil(Math.sqrt(team.length * 2)));
    const spines = [];
    for (let start = 0; start < team.length; start += most) {
      const column = team.slice(start, start + most);
      let y = top, widest = 0, last = top;
      for (const n of column) {
        const [, , w, h] = boxes[n].place;
        block.parts.push([n, left + INDENT, y]);
        block.strokes.push(["M", left + INDENT / 2, y + h / 2, "h", INDENT / 2]);
        last = y + h / 2;
        y += h + STACK;
        widest = Math.max(widest, w);
      }
      spines.push([left + INDENT / 2, last]);
      left += INDENT + widest + GAP;
      block.height = Math.max(block.height, y - STACK);
    }
    block.width = Math.max(block.width, left - GAP);
    return spines;
  }

  function blockOf(n, blocks) {
    const [, , w, h] = boxes[n].place;
    const team = folded.has(n) ? [] : below[n];
    const sides = team.filter((k) => boxes[k].side), reports = team.filter((k) => !boxes[k].side);
    const leads = reports.filter((k) => below[k].length);
    const groups = leads.filter((k) => leads.length <= ROW || !folded.has(k));
    const leaves = reports.filter((k) => !groups.includes(k));
    const block = { width: 0, height: h, parts: [], strokes: [], box: 0 };
    const room = sides.reduce((sum, k) => sum + boxes[k].place[3] + STACK, 0);
    const bus = h + room + (groups.length ? LEVEL / 2 : STACK / 2);
    const top = h + room + (groups.length ? LEVEL : STACK);
    let left = 0;
    const ends = [];
    for (const k of groups) {
      const inner = blocks[k];
      block.parts.push([k, left, top]);
      ends.push([left + inner.box + boxes[k].place[2] / 2, top]);
      left += inner.width + TEAM;
      block.height = Math.max(block.height, top + inner.height);
    }
    block.width = Math.max(left - TEAM, 0);
    if (leaves.length) ends.push(...stack(leaves, left, top, block));
    const trunk = groups.length ? (ends[0][0] + ends[ends.length - 1][0]) / 2 : INDENT / 2;
    block.box = groups.length ? trunk - w / 2 : 0;
    let y = h + STACK;
    for (const k of sides) {
      const [, , sw, sh] = boxes[k].place;
      block.parts.push([k, trunk + INDENT, y]);
      block.strokes.push(["M", trunk, y + sh / 2, "h", INDENT], ["M", trunk, h, "V", y + sh / 2]);
      block.width = Math.max(block.width, trunk + INDENT + sw);
      block.height = Math.max(block.height, y + sh);
      y += sh + STACK;
    }
    for (const [x, end] of ends) {
      block.strokes.push(x === trunk ? ["M", x, h, "V", end] : ["M", trunk, h, "V", bus, "H", x, "V", end]);
    }
    return settled(block, w);
  }

  function settled(block, w) {
    const shift = Math.max(0, -block.box);
    block.box += shift;
    for (const part of block.parts) part[1] += shift;
    block.shift = shift;
    block.width = Math.max(block.width + shift, block.box + w);
    return block;
  }

  function moved(stroke, x, y) {
    let d = "", letter = "";
    for (let i = 0; i < stroke.length; i++) {
      if (typeof stroke[i] === "string") { letter = stroke[i]; d += letter; continue; }
      if (letter === "M") { d += `${stroke[i] + x} ${stroke[++i] + y}`; continue; }
      d += stroke[i] + (letter === "H" ? x : letter === "V" ? y : 0);
    }
    return d;
  }

  function rearranged() {
    const order = shown(), blocks = [], at = [], found = [];
    for (const n of [...order].reverse()) blocks[n] = blockOf(n, blocks);
    let left = 0, d = "", tallest = 0;
    for (const head of heads) {
      at[head] = [left, 0];
      left += blocks[head].width + TEAM;
      tallest = Math.max(tallest, blocks[head].height);
    }
    for (const n of order) {
      const [x, y] = at[n], block = blocks[n];
      found[n] = [x + block.box, y];
      for (const [k, dx, dy] of block.parts) at[k] = [x + dx, y + dy];
      for (const stroke of block.strokes) d += moved(stroke, x + block.shift, y);
    }
    return { found, d, extent: { width: left - TEAM, height: tallest } };
  }

  function element(name, looks, ...inside) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(looks)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  function arrange() {
    if (folded.size) {
      const { found, d, extent: size } = rearranged();
      places = found;
      extent = size;
      const middle = (n) => [places[n][0] + boxes[n].place[2] / 2, places[n][1] + boxes[n].place[3] / 2];
      lines.replaceChildren(element("path", { d, fill: "none", stroke: "#8695a4", "stroke-width": 1.1 }));
      for (const link of links) {
        if (!places[link.from] || !places[link.to]) continue;
        const way = { d: `M${middle(link.from)}L${middle(link.to)}`, fill: "none", stroke: link.colour };
        lines.append(element("path", { ...way, "stroke-dasharray": link.dash }));
      }
    } else {
      places = boxes.map(({ place }) => [place[0], place[1]]);
      extent = { width, height };
      lines.replaceChildren(...drawn);
    }
    cards.forEach((card, n) => {
      card.classList.toggle("away", !places[n]);
      if (places[n]) card.setAttribute("transform", `translate(${places[n].join(" ")})`);
    });
  }

  // ---- the part of the drawing that is seen
  function look() {
    const { clientWidth: w, clientHeight: h } = chart;
    chart.setAttribute("viewBox", `${view.x} ${view.y} ${w / view.scale} ${h / view.scale}`);
  }

  function fit() {
    const { clientWidth: w, clientHeight: h } = chart;
    const all = [extent.width + 2 * MARGIN, extent.height + 2 * MARGIN];
    const scale = Math.min(w / all[0], h / all[1], 2) || 1;
    view = { scale, x: -MARGIN - (w / scale - all[0]) / 2, y: -MARGIN };
    whole = true;
    look();
  }

  // Who has not zoomed goes on seeing everything.
  function refit() {
    if (!view) return;
    if (whole) fit(); else look();
  }

  function zoom(factor, x = chart.clientWidth / 2, y = chart.clientHeight / 2) {
    const scale = Math.min(Math.max(view.scale * factor, 0.01), 8);
    view.x += x / view.scale - x / scale;
    view.y += y / view.scale - y / scale;
    view.scale = scale;
    whole = false;
    look();
  }

  function centre(n) {
    const [, , w, h] = boxes[n].place;
    if (view.scale < 0.9) view.scale = 1.1;
    whole = false;
    view.x = places[n][0] + w / 2 - chart.clientWidth / 2 / view.scale;
    view.y = places[n][1] + h / 2 - chart.clientHeight / 2 / view.scale;
    look();
  }

  function inSight(n) {
    const [, , w, h] = boxes[n].place, [x, y] = places[n];
    return x >= view.x && y >= view.y && x + w <= view.x + chart.clientWidth / view.scale
      && y + h <= view.y + chart.clientHeight / view.scale;
  }

  // ---- folding
  function fold(n, closed) {
    if (!below[n].length) return;
    if (closed) folded.add(n); else folded.delete(n);
    sign(n);
  }

  function sign(n) {
    const closed = folded.has(n);
    cards[n].setAttribute("aria-expanded", String(!closed));
    const told = closed ? String(shown(below[n], true).length) : "\u2212";
    const wide = Math.max(15, 6 * told.length + 6);
    const [pill, text] = cards[n].querySelector(".fold").children;
    pill.setAttribute("width", wide);
    pill.setAttribute("x", -wide / 2);
    text.textContent = told;
  }

  function toggle(n) {
    const before = places[n];
    fold(n, !folded.has(n));
    arrange();
    view.x += places[n][0] - before[0];
    view.y += places[n][1] - before[1];
    refit();
  }

  function foldAll(closed) {
    boxes.forEach((box, n) => fold(n, closed && box.above >= 0));
    arrange();
    fit();
  }

  function reveal(n) {
    const chain = above(n).filter((up) => folded.has(up));
    chain.forEach((up) => fold(up, false));
    if (chain.length) arrange();
  }

  // ---- choosing and telling
  function choose(n, { focus = true, middle = false } = {}) {
    reveal(n);
    if (chosen >= 0) { cards[chosen].removeAttribute("aria-selected"); cards[chosen].tabIndex = -1; }
    chosen = n;
    cards[n].setAttribute("aria-selected", "true");
    cards[n].tabIndex = 0;
    tell(n);
    if (middle || !inSight(n)) centre(n);
    if (focus) cards[n].focus({ preventScroll: true });
  }

  function node(name, text, ...inside) {
    const made = document.createElement(name);
    made.dir = "auto";
    if (text) made.textContent = text;
    made.append(...inside);
    return made;
  }

  function list(title, items) {
    if (!items.length) return [];
    return [node("h3", title), node("ul", "", ...items)];
  }

  function rows(pairs) {
    return pairs.map(([name, amount]) => {
      const row = node("li", "", node("span", name), node("span", amount));
      row.className = "row";
      return row;
    });
  }

  function jump(n, text) {
    const button = node("button", text || [boxes[n].name, boxes[n].title].filter(Boolean).join(", "));
    button.className = "jump";
    button.dataset.box = n;
    button.addEventListener("click", () => choose(n, { middle: true }));
    return node("li", "", button);
  }

  function finding(level, sentence) {
    const badge = node("span", level);
    badge.className = "level" + (["error", "warning", "info"].includes(level) ? " " + level : "");
    return node("li", "", badge, sentence);
  }

  function open(...inside) {
    const close = node("button", "\u00d7");
    close.className = "close";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", shut);
    panel.replaceChildren(close, ...inside);
    panel.hidden = false;
    refit();
  }

  function shut() {
    panel.hidden = true;
    refit();
  }

  function tell(n) {
    const box = boxes[n], up = box.above;
    const linked = links.filter((l) => l.from === n || l.to === n);
    const said = (box.findings || []).map((sentence) => finding(box.level, sentence));
    if (box.count > said.length) said.push(node("li", `${box.count - said.length} without words here`));
    open(
      node("h2", box.name),
      node("p", [box.title, box.role !== box.title && box.role].filter(Boolean).join(" \u00b7 ")),
      ...list("Findings", said),
      ...list("Facts", (box.facts || []).map((fact) => node("li", fact))),
      ...list("Reports to", up >= 0 ? [jump(up)] : []),
      ...list(`Reports (${below[n].length})`, below[n].map((k) => jump(k))),
      ...list("Further lines", linked.map((l) => {
        const other = l.from === n ? l.to : l.from;
        return jump(other, `${l.meaning}${l.from === n ? "" : " (from)"}: ${boxes[other].name}`);
      })),
      ...list("Key accounts", rows(box.keys || [])),
      ...list("Customers", [
        ...rows(box.customers || []),
        ...(box.more ? [node("li", `and ${box.more} more`)] : []),
      ]),
    );
  }

  function findings() {
    const order = ["error", "warning", "info"];
    const rank = (n) => (order.indexOf(boxes[n].level) + 4) % 4;
    const marked = boxes.map((_, n) => n).filter((n) => boxes[n].count).sort((a, b) => rank(a) - rank(b) || a - b);
    const items = marked.flatMap((n) => {
      const first = jump(n);
      return [first, ...(boxes[n].findings || [""]).map((s) => finding(boxes[n].level, s))];
    });
    open(node("h2", `Findings (${marked.reduce((sum, n) => sum + boxes[n].count, 0)})`), node("ul", "", ...items));
  }

  // ---- search
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let hay = null;

  function find() {
    const wanted = plain(search.value.trim());
    hay ??= boxes.map((b) => plain([
      b.name, b.title, b.role, ...(b.facts || []), ...(b.keys || []).flat(), ...(b.customers || []).flat(),
    ].filter(Boolean).join("\n")));
    hits = wanted ? boxes.map((_, n) => n).filter((n) => hay[n].includes(wanted)) : [];
    const lit = new Set(hits);
    cards.forEach((card, n) => card.classList.toggle("hit", lit.has(n)));
    chart.classList.toggle("searching", Boolean(wanted));
    by("hits").textContent = wanted ? `${hits.length} found` : "";
    if (wanted) open(node("h2", `${hits.length} found`), node("ul", "", ...hits.slice(0, 200).map((n) => jump(n))));
    else shut();
  }

  // ---- keyboard, mouse and fingers
  function step(key) {
    const up = boxes[chosen].above;
    const row = up >= 0 ? below[up] : heads;
    const at = row.indexOf(chosen);
    if (key === "ArrowUp") return up;
    if (key === "ArrowDown") return below[chosen][0] ?? -1;
    return row[at + (key === "ArrowRight" ? 1 : -1)] ?? -1;
  }

  function keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      search.value = "";
      find();
      if (chosen >= 0) cards[chosen].focus({ preventScroll: true });
      return;
    }
    if (event.target === search) {
      if (event.key === "Enter" && hits.length) choose(hits[(hits.indexOf(chosen) + 1) % hits.length], { focus: false, middle: true });
      return;
    }
    const onCard = event.target.closest?.(".card");
    const acts = {
      "/": () => search.focus(),
      "+": () => zoom(1.25),
      "=": () => zoom(1.25),
      "-": () => zoom(0.8),
      "0": fit,
      Home: () => heads.length && choose(heads[0]),
    };
    if (onCard || event.target === document.body) {
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) acts[key] = () => {
        const next = chosen < 0 ? heads[0] ?? -1 : step(key);
        if (next >= 0) choose(next);
      };
    }
    if (onCard) {
      acts[" "] = () => toggle(chosen);
      acts.Enter = () => tell(chosen);
    }
    if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
  }

  const fingers = new Map();
  let travelled = 0;

  function pressed(event) {
    fingers.set(event.pointerId, event);
    travelled = 0;
  }

  function dragged(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const others = [...fingers.values()].filter((one) => one.pointerId !== event.pointerId);
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    travelled += Math.abs(dx) + Math.abs(dy);
    if (others.length) {
      const span = (one) => Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY);
      const rect = chart.getBoundingClientRect();
      zoom(span(event) / (span(before) || 1), others[0].clientX - rect.left, others[0].clientY - rect.top);
    } else if (travelled > 4) {
      chart.classList.add("dragged");
      whole = false;
      view.x -= dx / view.scale;
      view.y -= dy / view.scale;
      look();
    }
    fingers.set(event.pointerId, event);
  }

  function released(event) {
    fingers.delete(event.pointerId);
    chart.classList.remove("dragged");
  }

  function clicked(event) {
    const card = event.target.closest(".card");
    if (!card || travelled > 4) return;
    const n = Number(card.id.slice(3));
    if (event.target.closest(".fold")) toggle(n); else choose(n);
  }

  function dress(n) {
    if (!below[n].length) return;
    const [, , w, h] = boxes[n].place;
    const pill = element("rect", { y: -7.5, height: 15, rx: 7.5 });
    const looks = { class: "fold", "aria-hidden": "true", transform: `translate(${w / 2} ${h + 6})` };
    cards[n].append(element("g", looks, pill, element("text", { y: 3 })));
    sign(n);
  }

  function firstSight() {
    if (boxes.length <= MANY) return;
    let level = [...heads], seen = level.length;
    for (;;) {
      const next = level.flatMap((n) => below[n]);
      if (!next.length || seen + next.length > FIRST_SIGHT) break;
      seen += next.length;
      level = next;
    }
    boxes.forEach((_, n) => below[n].length && !level.includes(n) && above(n).some((up) => level.includes(up)) && fold(n, true));
    level.forEach((n) => fold(n, true));
  }

  boxes.forEach((_, n) => dress(n));
  firstSight();
  arrange();
  fit();
  if (heads.length) cards[heads[0]].tabIndex = 0;
  by("found").textContent = `Findings (${boxes.reduce((sum, box) => sum + (box.count || 0), 0)})`;
  by("in").addEventListener("click", () => zoom(1.25));
  by("out").addEventListener("click", () => zoom(0.8));
  by("fit").addEventListener("click", fit);
  by("fold").addEventListener("click", () => foldAll(true));
  by("unfold").addEventListener("click", () => foldAll(false));
  by("found").addEventListener("click", findings);
  search.addEventListener("input", find);
  document.addEventListener("keydown", keyed);
  chart.addEventListener("pointerdown", pressed);
  window.addEventListener("pointermove", dragged);
  window.addEventListener("pointerup", released);
  window.addEventListener("pointercancel", released);
  chart.addEventListener("click", clicked);
  chart.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    // A press chooses when it ends: the panel must not push the box away from under it.
    if (card && !fingers.size && Number(card.id.slice(3)) !== chosen) choose(Number(card.id.slice(3)), { focus: false });
  });
  chart.addEventListener("wheel", (event) => {
    event.preventDefault();
    const rect = chart.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - rect.left, event.clientY - rect.top);
  }, { passive: false });
  window.addEventListener("resize", refit);
  window.addEventListener("beforeprint", () => {
    chart.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${extent.width + 2 * MARGIN} ${extent.height + 2 * MARGIN}`);
  });
  window.addEventListener("afterprint", refit);
})();
