// The page itself: words in the reader's language, one answer at a time.
const published = JSON.parse(document.getElementById("published").textContent);
const words = JSON.parse(document.getElementById("words").textContent);
const part = (name) => document.getElementById(name);
const ICONS = { genuine: "✓", key: "?" };
const CUSTOMS = { pt: "pt-PT" }; // how dates are written
let tongue = "en";
let last = null; // the last answer, to be said again in another language

function element(tag, text, more = {}) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  return Object.assign(made, more);
}

function dated(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(CUSTOMS[tongue] || tongue, { dateStyle: "long", timeZone: "UTC" }).format(date);
}

// Return the pairs that a paper must say, too.
function facts({ name, course, edition, date, number }, kid) {
  const say = words[tongue];
  const grouped = number.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, "$1-$2-$3-$4-$5");
  const list = element("dl");
  for (const [label, text] of [["name", name], ["course", course], ["edition", edition], ["date", dated(date)], ["number", grouped], ["signed_with", kid]]) {
    if (!text) continue;
    const pair = element("div");
    pair.append(element("dt", say[label]), element("dd", text, { dir: "auto", className: label }));
    list.append(pair);
  }
  return list;
}

function say({ verdict, proof, problem }) {
  const text = words[tongue];
  const answer = part("answer");
  answer.dataset.is = problem ? "care" : verdict;
  answer.replaceChildren();
  if (problem) return answer.append(element("p", text[problem], { className: "verdict" }));
  answer.append(element("p", `${ICONS[verdict] || "✗"} ${text[verdict]}`, { className: "verdict" }));
  if (text[`${verdict}_more`]) answer.append(element("p", text[`${verdict}_more`]));
  if (verdict === "key") answer.append(element("p", proof.kid, { className: "code" }));
  if (verdict === "site") answer.append(element("p", proof.site, { className: "code" }));
  if (verdict !== "genuine") return null;
  const later = element("p", `${text.later} `, { className: "soft" });
  later.append(element("a", `${proof.site}/verify/${proof.number}/`, { href: `${proof.site}/verify/${proof.number}/`, rel: "noreferrer" }));
  return answer.append(facts(proof, proof.kid), later);
}

function speak(code) {
  tongue = code;
  document.documentElement.lang = code;
  document.title = words[code].title;
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = words[code][place.dataset.word];
  part("made").textContent = dated(published.made_on);
  part("tongues").value = code;
  if (last) say(last);
}

async function answer(question) {
  last = await question;
  say(last);
  part("answer").focus();
}

async function judgeFile(file) {
  const { texts, problem } = await textsOf(file);
  if (problem) return { problem };
  return texts.length > 1 ? { problem: "many" } : judge(texts[0], published);
}

part("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = part("text").value;
  answer(text.trim() ? judge(text, published) : { problem: "empty" });
});
part("file").addEventListener("change", ({ target }) => target.files[0] && answer(judgeFile(target.files[0])));
part("tongues").addEventListener("change", ({ target }) => speak(target.value));
for (const code of Object.keys(words)) part("tongues").append(element("option", words[code].tongue, { value: code, lang: code }));
for (const { kid, issuer } of published.keys) part("kids").append(element("li", `${kid} · ${issuer}`, { dir: "auto" }));
const wanted = navigator.languages.map((code) => code.toLowerCase()).map((code) => (code in words ? code : code.split("-")[0]));
speak(wanted.find((code) => code in words) || "en");
part("old").hidden = true;
part("work").hidden = false;
