// The conversation on the screen: what was said and replied, in order.

import { drawReply, drawSaid } from "./draw.js";
import { make } from "./element.js";
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

  restore(events) {
    for (const event of events) this.draw(event);
    this.log.lastElementChild?.scrollIntoView({ block: "end", behavior: "instant" });
  }

  said(event, text) {
    const turn = this.draw({ kind: "said", event, text });
    if (!turn) return;
    this.asked = { bubble: turn, at: performance.now() };
    this.show(turn);
  }

  replied(event) {
    const turn = this.draw(event);
    if (turn) this.show(turn);
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

  // Draws what is new and returns it; what is drawn already, or only changes an earlier turn, gives nothing.
  draw(event) {
    return event.kind === "said" ? this.drawLine(event) : this.drawReply(event);
  }

  drawLine(line) {
    return this.turnOf(line.event) ? null : this.place(drawSaid(line, this.words));
  }

  drawReply({ id, reply }) {
    if (id <= this.lastId) return null;
    this.lastId = id;
    const fresh = drawReply(reply, this.words);
    const earlier = reply.key ? this.find("data-key", reply.key) : null;
    if (!earlier) return this.place(fresh);
    morph(earlier, fresh);
    return null;
  }

  turnOf(event) {
    return event ? this.find("data-event", event) : null;
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
