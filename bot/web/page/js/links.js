// Makes the addresses of this very site in a text into links. Any other address stays text: nobody is led away.

import { make } from "./element.js";

const ADDRESS = /(https?:\/\/\S*[^\s.,;:!?)”"])/;

export function withLinks(text) {
  const ours = `${location.origin}/`;
  return text.split(ADDRESS).map((part) => (part.startsWith(ours) ? link(part) : part));
}

// In a page of its own: the chat stays where it is, and a frame may not show the whole page.
function link(address) {
  return make("a", { href: address, target: "_blank", rel: "noopener", text: address });
}
