// Saves each answer of a quiz as it is given, and keeps it on this device while the line is down. The form names its attempt
// (data-answer), may say that answers are saved while typing (data-keep), and lends the words (data-kept, data-here, data-late).
const pendingAnswers = (attempt) => {
  const storage = draftStorage(`answers:${attempt}`);
  return {
    all: () => storage.read() ?? {},
    put(place, fields) {
      storage.write({ ...storage.read(), [place]: fields });
    },
    drop(place, fields) {
      const kept = storage.read() ?? {};
      if (JSON.stringify(kept[place]) !== JSON.stringify(fields)) return; // another answer was given meanwhile
      delete kept[place];
      if (Object.keys(kept).length) storage.write(kept);
      else storage.forget();
    },
  };
};

// Says what became of it: "kept", "refused" (never to be sent again) or "lost" (no line, or the server was away).
const sendAnswer = async (address, fields, token) => {
  const body = new URLSearchParams(fields);
  body.set("keep", "1");
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual" });
    if (answer.status === 204) return "kept";
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
  let timer = 0;
  let turn = Promise.resolve();

  const send = async (place, fields) => {
    const became = await sendAnswer(place, fields, token);
    if (became === "kept" || became === "refused") pending.drop(place, fields);
    return became;
  };
  const words = { kept: form.dataset.kept, lost: form.dataset.here, refused: form.dataset.late, unfit: "" };
  const sendAll = async () => {
    for (const [place, fields] of Object.entries(pending.all())) said.textContent = words[await send(place, fields)];
  };
  const queue = () => {
    turn = turn.then(sendAll); // one after the other: an older answer never overtakes a newer one
    return turn;
  };
  const keep = () => {
    clearTimeout(timer);
    pending.put(here, given());
    if (form.dataset.keep) timer = setTimeout(queue, 600);
  };
  const restore = () => {
    for (const field of form.elements) if (field.matches?.("[type=radio], [type=checkbox]") && pending.all()[here]) field.checked = false;
    for (const [name, value] of pending.all()[here] ?? []) {
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
    pending.put(here, given());
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
