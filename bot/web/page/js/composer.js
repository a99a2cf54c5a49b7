// The field in which a person types: grows with its text; Enter sends, Shift + Enter breaks the line.

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
    field.focus();
  });
}
