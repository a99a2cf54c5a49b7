// The page without a network: the lists as they were last seen. Nothing can be ticked, since nobody would hear.

import { drawReply } from "./draw.js";
import { byId, make } from "./element.js";
import { keptLists } from "./lists.js";

const log = byId("log");
const { bot, none } = document.body.dataset;

for (const { key, blocks } of keptLists().reverse()) {
  const card = drawReply({ reply: { key, blocks, buttons: [] } }, { bot });
  for (const box of card.querySelectorAll("button")) box.disabled = true;
  log.append(card);
}
if (!log.hasChildNodes()) log.append(make("p", { text: none }));

window.addEventListener("online", () => location.replace("/"));
