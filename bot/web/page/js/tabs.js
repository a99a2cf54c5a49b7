// The other tabs of this browser: what is said in one is shown in all; the replies reach each by its own link.

import { read, write } from "./shelf.js";

const LEFT = "motcua.left";

export class Tabs {
  // `listener` has said(event, text) and left().
  constructor(listener) {
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel("motcua") : null;
    if (!this.channel) return;
    if (read(LEFT)) this.channel.postMessage({ left: true });
    write(LEFT, false);
    this.channel.onmessage = ({ data }) => {
      if (data.left) listener.left();
      else listener.said(data.event, data.text);
    };
  }

  said(event, text) {
    this.channel?.postMessage({ event, text });
  }

  // The others are told when this tab comes back with its new, empty conversation.
  leave() {
    write(LEFT, true);
  }
}
