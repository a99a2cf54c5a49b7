// The conversation on the screen: what was said and replied, in order.

import { drawReply, drawSaid } from "./draw.js";
import { make } from "./element.js";
import { keepList, keepOnly } from "./lists.js";
import { morph } from "./morph.js";

const ROOM = 0.75; // of the window's height; the rest is the header and the field
const ANSWERED_WITHIN = 15000; // ms; what comes later is news, not an answer

export class Conversation {
  constructor(log, words) {
    this.log = log;
    this.words = words;
    this.lastId = 0;
    this.asked = { bubble: null, at: -Infinity };
    this.dots = make("div", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i"));
  }

  // Draws what was said before, in the order given, which need not be the order of the ids.
  restore(events) {
    for (const event of events) {
      this.place(event.kind === "said" ? drawSaid(event, this.words) : drawReply(event, this.words));
    }
    this.lastId = Math.max(0, ...events.map(({ id }) => id ?? 0));
    keepOnly(events.filter(({ kind }) => kind === "reply").map(({ reply }) => reply));
    this.log.lastElementChild?.scrollIntoView({ block: "end", behavior: "instant" });
  }

  said(event, text) {
    if (this.turnOf(event)) return;
    const bubble = this.place(drawSaid({ event, text }, this.words));
    this.asked = { bubble, at: performance.now() };
    this.show(bubble);
  }

  // A reply with the key of an earlier one takes its place; nothing moves then.
  replied(event) {
    const { id, reply } = event;
    if (id <= this.lastId) return;
    this.lastId = id;
    keepList(reply);
    const fresh = drawReply(event, this.words);
    const earlier = reply.key ? this.find("data-key", reply.key) : null;
    if (earlier) morph(earlier, fresh);
    else this.show(this.place(fresh));
  }

  awaitReply(waiting) {
    if (!waiting) {
      this.dots.remove();
    } else if (!this.dots.isConnected) {
      this.log.append(this.dots);
      this.show(this.dots);
    }
  }

  note(event, text) {
    const turn = this.turnOf(event);
    turn?.querySelector(".note")?.remove();
    if (text) turn?.append(make("small", { class: "note", text }));
  }

  turnOf(event) {
    return this.find("data-event", event);
  }

  find(attribute, value) {
    return this.log.querySelector(`[${attribute}="${CSS.escape(value)}"]`);
  }

  place(turn) {
    if (this.dots.isConnected) this.dots.before(turn);
    else this.log.append(turn);
    return turn;
  }

  // What was asked stays in sight above its answers: where both do not fit, the view begins with it.
  show(turn) {
    const begin = this.beginning(turn);
    const height = turn.getBoundingClientRect().bottom - begin.getBoundingClientRect().top;
    const tall = height > window.innerHeight * ROOM;
    (tall ? begin : turn).scrollIntoView({ block: tall ? "start" : "nearest" });
  }

  beginning(turn) {
    const { bubble, at } = this.asked;
    const recent = performance.now() - at < ANSWERED_WITHIN;
    return recent && bubble.offsetHeight < window.innerHeight / 4 ? bubble : turn;
  }
}
