// Keys to the buttons and links of the page: without this script the page works the same, by its buttons.
"use strict";
(() => {
  let sent = false;
  const press = (target) => { if (target && !sent) { sent = true; target.click(); } };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (typing) { if (event.key === "Escape") event.target.blur(); return; }
    if (event.key === "n") { const note = document.getElementById("note"); if (note) { event.preventDefault(); note.focus(); } return; }
    if (event.key === "?") { const help = document.getElementById("help"); if (help) help.open = !help.open; return; }
    if (!/^[a-z]$/.test(event.key)) return;
    press(document.querySelector(`[data-key="${event.key}"]`));
  });
  window.addEventListener("pageshow", () => { sent = false; });
})();
