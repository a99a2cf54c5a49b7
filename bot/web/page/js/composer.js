// The field in which a person types: grows with its text; Enter sends, Shift + Enter breaks the line.

const TOUCH = matchMedia("(pointer: coarse)"); // there the keyboard on the screen would hide the answer

export function compose(form, send) {
  const field = form.elements.line;

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };

  const submit = () => {
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    grow();
    if (TOUCH.matches) field.blur();
    else field.focus();
    send(text);
  };

  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
}
