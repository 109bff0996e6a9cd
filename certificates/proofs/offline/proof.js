// Reading and judging the text of a code, letter by letter as the site does it (certificates/proofs in its source).
const SPACES = /[ \t\r\n\u00a0\u200b]+/g;
const PART = "[A-Za-z0-9_-]";
const TEXT = `(https?://[^\\s"'<>()#?]{1,100})/verify/([0-9A-HJKMNP-TV-Z]{26})/#([0-9A-Za-z]{1,4})\\.(${PART}{1,40})\\.(${PART}{1,4000})\\.(${PART}{1,200})`;
const utf8 = new TextEncoder();

// Return the bytes of a base64url text, or null where another text would be the right one for them.
function decoded(text) {
  try {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    const again = btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    return again === text ? Uint8Array.from(plain, (sign) => sign.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

// Return the four words of a proof, or null.
function wordsOf(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const words = JSON.parse(text);
    const isWhole = Array.isArray(words) && words.length === 4 && words.every((word) => typeof word === "string");
    const isFit = isWhole && words.slice(0, 3).every((word) => word.normalize("NFC") === word) && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(words[3]);
    return isFit && JSON.stringify(words) === text ? words : null;
  } catch {
    return null;
  }
}

// Return what a text claims, or null where it is no proof of ours.
function readProof(text) {
  const found = new RegExp(`^${TEXT}$`).exec(text.slice(0, 6000).replace(SPACES, ""));
  if (!found || found[3] !== "1") return null;
  const [, site, code, , kid, payload, signed] = found;
  const bytes = decoded(payload);
  const words = bytes && wordsOf(bytes);
  const signature = decoded(signed);
  if (!words || !signature || signature.length !== 64) return null;
  const [name, course, edition, date] = words;
  const message = utf8.encode(JSON.stringify(["SSTC1", code, name, course, edition, date, kid]));
  return { site, number: code, name, course, edition, date, kid, message, signature };
}

async function isSigned(key, message, signature) {
  try {
    const own = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, own, signature, message);
  } catch {
    return isSignedByHand(key, message, signature); // an older browser
  }
}

// Return {verdict, proof, key}: "genuine", "changed", "key" (unknown), "site" (another) or "unreadable".
async function judge(text, published) {
  const proof = readProof(text);
  if (!proof) return { verdict: "unreadable" };
  const key = published.keys.find((one) => one.kid === proof.kid);
  if (!key) return { verdict: "key", proof };
  if (!(await isSigned(decoded(key.x), proof.message, proof.signature))) return { verdict: "changed", proof, key };
  return { verdict: published.sites.includes(proof.site) ? "genuine" : "site", proof, key };
}
