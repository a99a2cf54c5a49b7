// Keeps a link to the server: a socket where the network lets one through, else plain HTTP.
// Lines go out one after the other and stay in `unsent` until the server has confirmed them.

import { PollingLink } from "./polling.js";
import { SocketLink } from "./socket.js";

const ASLEEP = 30000; // ms; a page hidden for longer may hold a link that died without a word
const WAITS = [500, 1000, 2000, 4000, 8000]; // ms between tries; the last one repeats

export class Transport {
  // `listener` has heard(reply), settled(entry, answer) and connected(true | false).
  constructor(unsent, listener, lastId) {
    this.unsent = unsent;
    this.listener = listener;
    this.lastId = lastId;
    this.link = null;
    this.linked = false;
    this.flushing = false;
    this.failures = 0;
    this.hiddenAt = 0;
    this.wake = () => {};
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.link?.end());
    document.addEventListener("visibilitychange", () => this.lookedAt(!document.hidden));
  }

  async run() {
    let Link = SocketLink;
    for (;;) {
      const worked = await this.hold(Link);
      const blocked = Link === SocketLink && !worked;
      if (!blocked) await this.rest();
      Link = blocked ? PollingLink : SocketLink;
    }
  }

  say(entry) {
    this.unsent.add(entry);
    this.flush();
  }

  async hold(Link) {
    this.link = new Link(this.lastId, { opened: () => this.opened(), heard: (event) => this.heard(event) });
    const worked = await this.link.run().catch(() => false); // some browsers throw where a socket is forbidden
    if (this.linked) this.listener.connected(false);
    this.linked = false;
    return worked;
  }

  lookedAt(visible) {
    if (!visible) this.hiddenAt = Date.now();
    else if (Date.now() - this.hiddenAt > ASLEEP) this.link?.end();
  }

  opened() {
    this.linked = true;
    this.failures = 0;
    this.listener.connected(true);
    this.flush();
  }

  heard(event) {
    this.lastId = Math.max(this.lastId, event.id);
    this.listener.heard(event);
  }

  async flush() {
    if (this.flushing) return;
    this.flushing = true;
    try {
      while (this.linked && this.unsent.first()) await this.sendFirst();
    } catch {
      // the link was lost on the way: the next one sends the same line with the same event id
    }
    this.flushing = false;
  }

  async sendFirst() {
    const entry = this.unsent.first();
    const answer = await this.link.send(entry.line);
    this.unsent.remove(entry);
    this.listener.settled(entry, answer);
  }

  rest() {
    const wait = WAITS[Math.min(this.failures, WAITS.length - 1)];
    this.failures += 1;
    return new Promise((rested) => {
      this.wake = rested;
      setTimeout(rested, wait * (0.5 + Math.random()));
    });
  }
}
