// What the server has not confirmed yet: entries of { line, shown }. They outlive a reload, each line with
// its event id, so that a line sent twice is taken once.

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
    keep(this.entries);
  }

  remove(entry) {
    this.entries = this.entries.filter((other) => other.line.event !== entry.line.event);
    keep(this.entries);
  }

  clear() {
    this.entries = [];
    keep(this.entries);
  }
}

export function newEventId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF));
    return Array.isArray(kept) ? kept.filter((entry) => entry?.line?.event) : [];
  } catch {
    return []; // a browser that keeps nothing, or a shelf that something else wrote on
  }
}

function keep(entries) {
  try {
    localStorage.setItem(SHELF, JSON.stringify(entries));
  } catch {
    // the entries still live in memory
  }
}
