// A link to the server over a WebSocket: live, both ways.

const OPENS_WITHIN = 5000; // ms; some networks neither open a socket nor refuse it
const CONFIRMS_WITHIN = 8000; // ms; after that the connection is dead, whatever the browser believes

export class SocketLink {
  constructor(after, listener) {
    this.address = new URL(`/chat/socket?after=${after}`, location.href);
    this.address.protocol = this.address.protocol.replace("http", "ws");
    this.listener = listener;
    this.unconfirmed = null;
    this.worked = false;
  }

  // Runs until the link ends, and tells whether it ever worked.
  run() {
    return new Promise((ended) => {
      this.ended = ended;
      this.socket = new WebSocket(this.address);
      this.socket.onopen = () => this.opened();
      this.socket.onclose = () => this.end();
      this.socket.onmessage = ({ data }) => this.heard(JSON.parse(data));
      this.patience = setTimeout(() => this.end(), OPENS_WITHIN);
    });
  }

  end() {
    clearTimeout(this.patience);
    this.socket.onopen = this.socket.onclose = this.socket.onmessage = null;
    this.socket.close();
    this.unconfirmed?.lost(new Error("the socket closed"));
    this.ended(this.worked);
  }

  // Resolves with the server's word on the line; rejects where the link was lost before it came.
  // One line at a time: the next one is sent when this one is settled.
  async send(line) {
    const late = setTimeout(() => this.end(), CONFIRMS_WITHIN);
    try {
      return await new Promise((confirmed, lost) => {
        this.unconfirmed = { confirmed, lost };
        this.socket.send(JSON.stringify(line));
      });
    } finally {
      clearTimeout(late);
    }
  }

  opened() {
    clearTimeout(this.patience);
    this.worked = true;
    this.listener.opened();
  }

  heard(event) {
    if (event.kind === "reply") this.listener.heard(event);
    else this.unconfirmed?.confirmed(event);
  }
}
