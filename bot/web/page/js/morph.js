// Turns one drawn element into another in place, touching only what differs: the focus stays where it
// is, and a screen reader hears the change and not the whole card again.

export function morph(old, fresh) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
  } else if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
  } else {
    morphAttributes(old, fresh);
    morphChildren(old, [...fresh.childNodes]);
  }
}

function morphAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function morphChildren(old, wanted) {
  const present = [...old.childNodes];
  present.slice(wanted.length).forEach((child) => child.remove());
  wanted.forEach((child, index) => {
    if (index < present.length) morph(present[index], child);
    else old.append(child);
  });
}
