// Draws a reply: its blocks as headings, facts, lists and checklists, its buttons as real buttons.

import { make } from "./element.js";
import { withLinks } from "./links.js";

const DRAWERS = { heading, paragraph, fact, bullets, checklist, source };

export function drawReply({ reply, files }, words) {
  const card = make("article", { class: "turn reply", "data-key": reply.key });
  const drawn = [...drawBlocks(reply.blocks), ...drawFiles(files ?? [], words), ...drawButtons(reply.buttons, reply.wish, words)];
  card.append(speaker(words.bot), ...drawn);
  return card;
}

export function drawSaid(line, words) {
  const bubble = make("article", { class: "turn said", "data-event": line.event });
  bubble.append(speaker(words.you), make("p", { text: words[line.sent] ?? line.text }));
  return bubble;
}

function speaker(name) {
  return make("span", { class: "visually-hidden", text: `${name}: ` });
}

function drawBlocks(blocks) {
  const drawn = [];
  for (const block of blocks) {
    const facts = drawn.at(-1);
    if (block.kind === "fact" && facts?.tagName === "DL") facts.append(...factPair(block));
    else drawn.push((DRAWERS[block.kind] ?? paragraph)(block));
  }
  return drawn;
}

function heading(block) {
  return make("h2", { text: block.text });
}

function paragraph(block) {
  return make("p", {}, ...withLinks(block.text));
}

function fact(block) {
  return make("dl", { class: "facts" }, ...factPair(block));
}

function factPair(block) {
  return [make("div", {}, make("dt", { text: block.label }), make("dd", { text: block.text }))];
}

function bullets(block) {
  const list = make("ul", {}, ...block.items.map((item) => make("li", { text: item })));
  const title = block.title ? [make("h3", { text: block.title })] : [];
  return make("section", { class: "bullets" }, ...title, list);
}

function checklist(block) {
  const rows = block.items.map((item) => make("li", {}, checkbox(item)));
  return make("section", { class: "checklist" }, make("h3", { text: block.title }), make("ul", {}, ...rows));
}

function checkbox({ label, detail, ticked, press }) {
  const attributes = { type: "button", role: "checkbox", "aria-checked": String(ticked), "data-press": press };
  const box = make("button", attributes, make("span", { class: "label", text: label }));
  if (detail) box.append(" ", make("span", { class: "detail", text: detail }));
  return box;
}

function source(block) {
  return make("p", { class: "source", text: block.text });
}

function drawFiles(files, words) {
  if (files.length === 0) return [];
  return [make("div", { class: "files" }, ...files.flatMap((file) => drawFile(file, words)))];
}

function drawFile({ name, address, shown }, words) {
  const text = words.download.replace("{name}", name);
  const link = make("a", { href: address, download: name, text });
  return shown ? [make("img", { src: address, alt: name }), link] : [link];
}

function drawButtons(rows, wish, words) {
  const drawn = [...drawWish(wish, words), ...rows.map(choiceRow)];
  return drawn.length === 0 ? [] : [make("div", { class: "choices" }, ...drawn)];
}

// A browser can tell where it is; whose phone number it has it cannot vouch for.
function drawWish(wish, words) {
  if (wish !== "spot" || !navigator.geolocation) return [];
  return [make("div", { class: "row" }, make("button", { type: "button", "data-wish": wish, text: words.location }))];
}

function choiceRow(row) {
  return make("div", { class: "row" }, ...row.map(choice));
}

function choice({ label, press }) {
  return make("button", { type: "button", "data-press": press, text: label });
}
