// A link to the server over plain HTTP, for networks that block sockets: lines are posted and replies
// asked for. The server holds the question open for a while, so a reply still comes almost at once.

const HELD = 20; // seconds
const ROUNDS = 6; // then the link ends by itself, and a socket is tried again

export class PollingLink {
  constructor(after, listener) {
    this.after = after;
    this.listener = listener;
    this.ending = new AbortController();
    this.worked = false;
  }

  // Runs until the link ends, and tells whether it ever worked.
  async run() {
    try {
      await this.ask(0);
      this.worked = true;
      this.listener.opened();
      for (let round = 0; round < ROUNDS; round += 1) await this.ask(HELD);
    } catch {
      // the link is lost; the transport looks for another
    }
    return this.worked;
  }

  end() {
    this.ending.abort();
  }

  async ask(held) {
    const answer = await this.fetch(`/chat/replies?after=${this.after}&held=${held}`);
    if (!answer.ok) throw new Error(`replies: ${answer.status}`);
    const { events } = await answer.json();
    for (const event of events) {
      this.after = event.id;
      this.listener.heard(event);
    }
  }

  async send(line) {
    const headers = { "Content-Type": "application/json" };
    const answer = await this.fetch("/chat/lines", { method: "POST", headers, body: JSON.stringify(line) });
    if (answer.status >= 500) throw new Error(`lines: ${answer.status}`);
    if (answer.ok) return answer.json();
    return answer.json().catch(() => ({ kind: "refused", event: line.event, text: "" }));
  }

  fetch(address, options = {}) {
    return fetch(address, { ...options, signal: this.ending.signal });
  }
}
