// What the server has not confirmed yet: entries of { line, shown }. They outlive a reload, each line with
// its event id, so that a line sent twice is taken once.

import { read, write } from "./shelf.js";

const SHELF = "motcua.unsent";

export class Unsent {
  constructor() {
    this.entries = restore();
  }

  first() {
    return this.entries[0];
  }

  add(entry) {
    this.entries.push(entry);
    write(SHELF, this.entries);
  }

  remove(entry) {
    this.entries = this.entries.filter((other) => other.line.event !== entry.line.event);
    write(SHELF, this.entries);
  }

  clear() {
    this.entries = [];
    write(SHELF, this.entries);
  }
}

export function newEventId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function restore() {
  const kept = read(SHELF);
  return Array.isArray(kept) ? kept.filter((entry) => entry?.line?.event) : [];
}
