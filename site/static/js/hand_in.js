// Sends what this device still keeps of an attempt before it is handed in. Where that cannot be, nothing is handed in and the form says why:
// it names its attempt (data-hand-in), says whether answers are missing (data-left) and lends the words (data-here, data-late, data-unfit).
const handInKept = (form) => {
  const pending = pendingAnswers(form.dataset.handIn);
  const token = form.elements.csrfmiddlewaretoken.value;
  const said = Object.assign(document.createElement("p"), { role: "status" });
  const isEmpty = () => !Object.keys(pending.all()).length;
  let isGoing = false;

  const say = (became, place) => {
    said.textContent = { kept: "", lost: form.dataset.here, refused: form.dataset.late, unfit: form.dataset.unfit }[became] ?? "";
    if (became !== "unfit") return;
    said.append(" ", Object.assign(document.createElement("a"), { href: place, textContent: place.split("/").at(-2) }));
  };
  const sendAll = async () => {
    let isSent = true;
    for (const [place, kept] of Object.entries(pending.all())) {
      const became = await sendAnswer(place, { ...kept }, token);
      if (became === "kept" || became === "refused") pending.drop(place, kept);
      if (became === "kept") continue;
      say(became, place);
      isSent = false;
    }
    return isSent && isEmpty();
  };

  form.append(said);
  form.addEventListener("submit", async (event) => {
    if (isEmpty()) return;
    event.preventDefault();
    if (isGoing) return;
    isGoing = true;
    if (await sendAll()) form.submit();
    else isGoing = false;
  });
  if (!isEmpty()) sendAll().then((isSent) => isSent && !isGoing && "left" in form.dataset && location.reload()); // what is missing is counted anew
};
document.querySelectorAll("form[data-hand-in]").forEach(handInKept);
