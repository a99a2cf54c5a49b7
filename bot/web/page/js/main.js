// Puts the page together: the field and the buttons say lines, the transport carries them, the
// conversation shows them and what comes back.

import { install } from "./app.js";
import { compose } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId } from "./element.js";
import { sendPicture, watchPictures } from "./pictures.js";
import { forgetLists } from "./lists.js";
import { flip, isBox, watchPresses } from "./presses.js";
import { watchWishes } from "./spot.js";
import { Tabs } from "./tabs.js";
import { Transport } from "./transport.js";
import { newEventId, Unsent } from "./unsent.js";

const NOTICED_AFTER = 2000; // ms without a connection before a person is told

const { words, events, opening } = JSON.parse(byId("page").textContent);
const log = byId("log");
const state = byId("state");
const conversation = new Conversation(log, words);
const unsent = new Unsent();
const awaited = new Set();
const tabs = new Tabs({ said: (event, text) => conversation.said(event, text), left: () => location.reload() });
let alarm;

conversation.restore(events);
const transport = new Transport(unsent, { heard, settled, connected }, conversation.lastId);

function say(line, shown) {
  const entry = { line: { event: newEventId(), ...line }, shown };
  show(entry);
  if (shown) tabs.said(entry.line.event, shown);
  transport.say(entry);
}

function show({ line, shown }) {
  if (!shown) return;
  conversation.said(line.event, shown);
  awaited.add(line.event);
  showWaiting();
}

function press(button) {
  if (isBox(button)) flip(button);
  say({ press: button.dataset.press }, isBox(button) ? "" : button.textContent);
}

// A picture is not kept to be sent later: it shows what it was taken of, and a second one is quickly taken.
async function look(file) {
  const event = newEventId();
  show({ line: { event }, shown: words.picture });
  const answer = await sendPicture(file, event).catch(() => ({ kind: "refused", text: words.away }));
  if (answer.kind === "refused") refused({ event }, answer.text || words.refused);
}

function heard(event) {
  awaited.clear();
  showWaiting();
  conversation.replied(event);
}

function settled({ line }, answer) {
  conversation.note(line.event, "");
  if (answer.kind === "refused") refused(line, answer.text || words.refused);
}

function refused(line, reason) {
  awaited.delete(line.event);
  showWaiting();
  conversation.note(line.event, reason);
  const box = line.press ? conversation.find("data-press", line.press) : null;
  if (!box || !isBox(box)) return;
  flip(box);
  state.textContent = reason;
}

function connected(yes) {
  clearTimeout(alarm);
  document.body.classList.remove("away");
  if (yes) showWaiting();
  else alarm = setTimeout(showAway, NOTICED_AFTER);
}

function showAway() {
  document.body.classList.add("away");
  conversation.awaitReply(false);
  state.textContent = words.away;
  for (const { line } of unsent.entries) conversation.note(line.event, words.unsent);
}

function showWaiting() {
  conversation.awaitReply(awaited.size > 0);
  state.textContent = awaited.size > 0 ? words.answering : "";
}

for (const entry of unsent.entries) show(entry);
compose(byId("composer"), (text) => say({ text }, text));
watchPresses(log, press);
watchWishes(log, (spot) => say({ spot }, words.location), () => (state.textContent = words.nowhere));
watchPictures(byId("look"), byId("picture"), look);
for (const button of document.querySelectorAll(".suggestions button")) {
  button.addEventListener("click", () => say({ text: button.textContent }, button.textContent));
}

const leaving = byId("leaving");
byId("leave").addEventListener("click", () => leaving.showModal());
byId("stay").addEventListener("click", () => leaving.close());
leaving.querySelector("form").addEventListener("submit", () => {
  unsent.clear();
  forgetLists();
  tabs.leave();
});

if (opening) {
  history.replaceState(null, "", "/"); // loaded again the page does not ask again
  say(opening, opening.text ?? words.linked);
}

connected(false);
transport.run();
install();
