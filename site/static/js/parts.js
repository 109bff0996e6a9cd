// Keeps what is typed in a part of a form in this browser until the server has it, and puts it back after a lost line. The form names its
// part (data-keep) and its person (data-owner) and lends the words (data-here, data-back). What arrived the server tells by a cookie.
const keepPart = (form) => {
  const storage = draftStorage(`part:${form.dataset.owner}:${form.dataset.keep}`);
  const said = Object.assign(document.createElement("p"), { className: "small soft", role: "status" });
  const fields = [...form.elements].filter((field) => field.matches?.("textarea, input[type=text], input[type=email], input[type=url]"));
  const typed = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));
  const first = typed();
  let timer = 0;

  const keep = (more = {}) => {
    const changed = Object.entries(typed()).filter(([name, value]) => value !== first[name]);
    if (!changed.length) return false;
    return storage.write({ fields: Object.fromEntries(changed), ...more });
  };
  const restore = () => {
    const kept = storage.read();
    const arrived = document.cookie.match(/(?:^|; )kept=([0-9a-f-]{36})/)?.[1];
    if (!kept) return;
    if (kept.sent && kept.sent === arrived) return storage.forget();
    for (const field of fields) {
      const old = kept.fields?.[field.name];
      if (old === undefined || old === field.value) continue;
      field.value = old;
      said.textContent = form.dataset.back;
    }
  };

  form.append(said);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (keep()) said.textContent = form.dataset.here;
    }, 1000);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep({ sent: form.elements.token.value });
  });
  restore();
};
document.querySelectorAll("form[data-keep][data-back]").forEach(keepPart);
