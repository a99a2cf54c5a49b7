// Presses of the buttons in replies, however old they are.

const TWICE = 700; // ms; a trembling finger is one press

export function watchPresses(log, press) {
  let last = { button: null, at: 0 };

  log.addEventListener("click", ({ target, timeStamp }) => {
    const button = target.closest("button[data-press]");
    if (!button) return;
    const again = button === last.button && timeStamp - last.at < TWICE;
    last = { button, at: timeStamp };
    if (!again || isBox(button)) press(button);
  });
}

export function isBox(button) {
  return button.getAttribute("role") === "checkbox";
}

export function flip(box) {
  box.setAttribute("aria-checked", String(box.getAttribute("aria-checked") !== "true"));
}
