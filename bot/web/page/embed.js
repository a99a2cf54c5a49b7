// One script tag in a portal's page: a button at the lower right that opens the assistant beside the page.
//   <script src="https://…/embed.js" data-label="Hỏi thủ tục" async></script>

(() => {
  const { src, dataset } = document.currentScript;
  const home = new URL(src).origin;
  const accent = "#0b5d52";

  const dress = (element, styles) => Object.assign(element.style, styles);

  const button = document.createElement("button");
  button.type = "button";
  const label = dataset.label || "Hỏi thủ tục";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  dress(button, {
    position: "fixed", right: "16px", bottom: "16px", zIndex: "2147483646", padding: "14px 20px", border: "0",
    borderRadius: "999px", background: accent, color: "#fff", font: "600 16px/1.2 system-ui, sans-serif",
    cursor: "pointer", boxShadow: "0 4px 16px rgb(0 0 0 / 25%)",
  });

  const frame = document.createElement("iframe");
  frame.title = "Một Cửa";
  frame.allow = "geolocation";
  dress(frame, {
    position: "fixed", right: "8px", bottom: "76px", zIndex: "2147483646", width: "min(400px, calc(100vw - 16px))",
    height: "min(640px, calc(100vh - 84px))", border: "1px solid #7d8680", borderRadius: "16px", background: "#fff",
    boxSizing: "border-box", maxHeight: "calc(100dvh - 84px)", // a phone's address bar takes of 100vh
    boxShadow: "0 8px 32px rgb(0 0 0 / 25%)", display: "none",
  });

  const show = (open) => {
    if (open && !frame.src) frame.src = `${home}/embedded`;
    frame.style.display = open ? "block" : "none";
    button.textContent = open ? dataset.close || "Đóng" : label;
    button.setAttribute("aria-expanded", String(open));
    (open ? frame : button).focus();
  };

  button.addEventListener("click", () => show(frame.style.display === "none"));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && frame.style.display !== "none") show(false);
  });
  document.body.append(frame, button);
})();
