// Keeps the offline page and what it needs, and shows it where a page cannot be fetched.
// What a person said is never kept here: only what stands in this list.

const KEPT = "$kept".split(" ");
const SHELF = "motcua $assets";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(KEPT)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match("/offline")));
  else if (KEPT.includes(new URL(request.url).pathname)) event.respondWith(kept(request));
});

async function kept(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function forgetOthers() {
  const shelves = await caches.keys();
  await Promise.all(shelves.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
}
