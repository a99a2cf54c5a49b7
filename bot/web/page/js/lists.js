// The checklists this device keeps, to be shown when there is no network: the replies that hold one, by their
// key, the latest last. They go when the conversation goes.

import { read, write } from "./shelf.js";

const SHELF = "motcua.lists";
const MOST = 20;

export function keepList(reply) {
  if (!reply.key || !reply.blocks.some(({ kind }) => kind === "checklist")) return;
  const others = keptLists().filter(({ key }) => key !== reply.key);
  write(SHELF, [...others, { key: reply.key, blocks: reply.blocks }].slice(-MOST));
}

// After a reload the server knows best what this conversation holds.
export function keepOnly(replies) {
  forgetLists();
  replies.forEach(keepList);
}

export function keptLists() {
  const kept = read(SHELF);
  return Array.isArray(kept) ? kept.filter((list) => list?.key && Array.isArray(list.blocks)) : [];
}

export function forgetLists() {
  write(SHELF, []);
}
