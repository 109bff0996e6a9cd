// Keeps what is being typed, here at every pause and on the server too: a lost line or a lapsed session loses nothing. The form says
// where (data-draft, may be empty), for whom (data-owner) and the server's time (data-now), and lends the words (data-kept, data-here, data-back).
const keepDrafts = (form) => {
  const fields = ["title", "text"].map((name) => form.elements[name]).filter(Boolean);
  const storage = draftStorage(`draft:${form.dataset.owner ?? ""}:${location.pathname}`); // of one person, not of who comes next
  const asGuest = draftStorage(`draft::${location.pathname}`);
  const said = Object.assign(document.createElement("p"), { className: "small soft", role: "status" });
  const typed = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));
  const moment = () => Date.now() / 1000;
  const skew = form.dataset.now ? form.dataset.now - moment() : 0; // of this device's clock
  let timer = 0;

  const keep = async () => {
    const isHere = storage.write({ at: moment(), fields: typed() });
    const isThere = await sendDraft(form, typed());
    said.textContent = isThere ? form.dataset.kept : isHere ? form.dataset.here : "";
  };

  const restore = () => {
    const waiting = form.dataset.owner && !storage.read() ? asGuest.read() : null; // typed just before signing in
    if (waiting && moment() - waiting.at < 1800) {
      storage.write(waiting);
      asGuest.forget();
    }
    const kept = storage.read();
    const arrived = document.cookie.match(/(?:^|; )written=([0-9a-f-]{36})/)?.[1];
    if (kept?.sent && kept.sent === arrived) storage.forget();
    else if (kept) {
      const isLater = kept.at + skew > Number(form.dataset.savedAt || 0);
      for (const field of fields) {
        const old = kept.fields?.[field.name];
        if (!old || old === field.value || (field.value && !isLater)) continue;
        field.value = old;
        said.textContent = form.dataset.back;
      }
    }
  };

  form.append(said);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    storage.write({ at: moment(), fields: typed(), sent: form.elements.token?.value });
  });
  restore();
};
document.querySelectorAll("form[data-draft]").forEach(keepDrafts);
