// Saves each answer of a quiz as it is given, and keeps it on this device while the line is down. The form names its attempt
// (data-answer), may say that answers are saved while typing (data-keep) and which one is saved (data-known), and lends the words
// (data-kept, data-here, data-late). Each is sent with its age and with the one that this device knew of: a later one from another stays.
const pendingAnswers = (attempt) => {
  const storage = draftStorage(`answers:${attempt}`);
  return {
    all: () => storage.read() ?? {},
    put(place, fields, known) {
      storage.write({ ...storage.read(), [place]: { fields, known, at: Date.now() } });
    },
    learn(place, old, known) {
      const kept = storage.read() ?? {};
      if (kept[place]?.known === old) storage.write({ ...kept, [place]: { ...kept[place], known } });
    },
    drop(place, given) {
      const kept = storage.read() ?? {};
      if (JSON.stringify(kept[place]) !== JSON.stringify(given)) return; // another answer was given meanwhile
      delete kept[place];
      if (Object.keys(kept).length) storage.write(kept);
      else storage.forget();
    },
  };
};

// Says what became of it: "kept", "refused" (never to be sent again) or "lost" (no line, or the server was away).
const sendAnswer = async (address, given, token) => {
  const body = new URLSearchParams(given.fields);
  body.set("keep", "1");
  body.set("known", given.known);
  body.set("age", String(Math.round((Date.now() - given.at) / 1000)));
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual" });
    if (answer.status === 204) {
      given.becomes = answer.headers.get("X-Known");
      return "kept";
    }
    return [404, 409, 410].includes(answer.status) ? "refused" : answer.status === 422 ? "unfit" : "lost";
  } catch {
    return "lost";
  }
};

const keepAnswers = (form) => {
  const pending = pendingAnswers(form.dataset.answer);
  const here = location.pathname;
  const token = form.elements.csrfmiddlewaretoken.value;
  const said = Object.assign(document.createElement("p"), { className: "small soft", role: "status" });
  const given = () => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  let known = form.dataset.known ?? "";
  let timer = 0;
  let turn = Promise.resolve();

  const send = async (place, kept) => {
    const asked = { ...kept };
    const became = await sendAnswer(place, asked, token);
    if (became === "kept" || became === "refused") pending.drop(place, kept);
    if (became === "kept") pending.learn(place, kept.known, asked.becomes);
    if (became === "kept" && place === here) known = asked.becomes;
    return became;
  };
  const words = { kept: form.dataset.kept, lost: form.dataset.here, refused: form.dataset.late, unfit: "" };
  const sendAll = async () => {
    for (const [place, kept] of Object.entries(pending.all())) said.textContent = words[await send(place, kept)];
  };
  const queue = () => {
    turn = turn.then(sendAll); // one after the other: an older answer never overtakes a newer one
    return turn;
  };
  const keep = () => {
    clearTimeout(timer);
    pending.put(here, given(), known);
    if (form.dataset.keep) timer = setTimeout(queue, 600);
  };
  const restore = () => {
    const kept = pending.all()[here];
    if (!kept || kept.known !== known) return; // another one was saved since: the one shown
    for (const field of form.elements) if (field.matches?.("[type=radio], [type=checkbox]")) field.checked = false;
    for (const [name, value] of kept.fields) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.matches("[type=radio], [type=checkbox]")) field.checked ||= field.value === value;
        else field.value = value;
      }
    }
  };

  form.append(said);
  restore();
  for (const moment of ["input", "change"]) form.addEventListener(moment, keep);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    pending.put(here, given(), known);
    if (navigator.onLine) return;
    event.preventDefault();
    said.textContent = form.dataset.here;
  });
  if (form.dataset.keep) {
    addEventListener("online", queue);
    setInterval(() => Object.keys(pending.all()).length && queue(), 20000);
    queue();
  } else pending.drop(here, pending.all()[here]);
};
document.querySelectorAll("form[data-answer]").forEach(keepAnswers);
