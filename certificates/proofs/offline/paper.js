// Finding the text of the code in a file: in a PDF of ours it stands as plain text; in a photo, where the browser can read codes.
const MOST_PARTS = 200;
const LARGEST = 20000000;
const plain = (bytes) => new TextDecoder("latin1").decode(bytes);

async function unpacked(bytes) {
  const pieces = [];
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    for (let size = 0; size < 300000; size += pieces[pieces.length - 1].length) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
    }
    reader.cancel().catch(() => {});
  } catch {
    // what follows the packed part is not packed: what came before it counts
  }
  return pieces.map(plain).join("");
}

// Return every different proof that a PDF holds.
async function proofsIn(buffer) {
  const bytes = new Uint8Array(buffer);
  const texts = [plain(bytes)];
  const pattern = new RegExp(TEXT, "g");
  if (!pattern.test(texts[0])) {
    const starts = [...texts[0].matchAll(/stream\r?\n/g)].slice(0, MOST_PARTS);
    for (const start of starts) texts.push(await unpacked(bytes.subarray(start.index + start[0].length)));
  }
  return [...new Set(texts.flatMap((text) => text.match(new RegExp(TEXT, "g")) || []))];
}

// Return {texts} found in a file, or {problem}: the name of a sentence.
async function textsOf(file) {
  if (file.size > LARGEST) return { problem: "too_big" };
  const buffer = await file.arrayBuffer();
  if (plain(new Uint8Array(buffer, 0, Math.min(1024, buffer.byteLength))).includes("%PDF-")) {
    const texts = await proofsIn(buffer);
    return texts.length ? { texts } : { problem: "no_proof" };
  }
  if (!("BarcodeDetector" in window)) return { problem: "no_pictures" };
  try {
    const codes = await new BarcodeDetector({ formats: ["qr_code"] }).detect(await createImageBitmap(file));
    return codes.length ? { texts: codes.map((code) => code.rawValue) } : { problem: "no_code" };
  } catch {
    return { problem: "no_code" };
  }
}
