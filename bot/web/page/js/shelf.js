// What this browser keeps for the page, as JSON. Some keep nothing, or nothing for a page in a frame: then
// everything still works, and nothing outlives a reload.

export function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null; // nothing is kept, or something else wrote there
  }
}

export function write(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // it lives in memory as long as the page does
  }
}
