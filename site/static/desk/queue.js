// One key a decision, for moderators: A, R, O, P and Z press the buttons of the case that has the focus. Everything works without.
const queue = document.querySelector("[data-queue]");

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  if (!/^[aropz]$/.test(key)) return;
  const within = key === "z" ? queue : document.activeElement?.closest(".case");
  const button = within?.querySelector(`[data-key="${key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (key === "p") document.querySelector(button.hash)?.focus();
}

queue?.addEventListener("keydown", press);
