// Where the person is, told by their phone when they press the button for it, and kept nowhere here.

const PATIENCE = { timeout: 15000, maximumAge: 60000 }; // ms

export function watchWishes(log, here, nowhere) {
  log.addEventListener("click", ({ target }) => {
    if (!target.closest("button[data-wish='spot']")) return;
    const found = ({ coords }) => here([coords.latitude, coords.longitude]);
    navigator.geolocation.getCurrentPosition(found, nowhere, PATIENCE);
  });
}
