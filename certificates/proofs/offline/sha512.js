// SHA-512 (FIPS 180-4), for pages that a browser gives no cryptography of its own. Its constants are worked out, not copied.
const WORD = 2n ** 64n - 1n;
const right = (word, by) => ((word >> by) | (word << (64n - by))) & WORD;
const primes = [];
for (let candidate = 2; primes.length < 80; candidate += 1) if (primes.every((prime) => candidate % prime)) primes.push(candidate);

// Return the first 64 bits behind the point of the root of a prime: degree 2 or 3.
function fraction(prime, degree) {
  const target = BigInt(prime) << (64n * degree);
  let [low, high] = [0n, 1n << 69n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return low & WORD;
}

const ROUNDS = primes.map((prime) => fraction(prime, 3n));
const START = primes.slice(0, 8).map((prime) => fraction(prime, 2n));

function padded(bytes) {
  const whole = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  whole.set(bytes);
  whole[bytes.length] = 128;
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return new DataView(whole.buffer);
}

function schedule(view, offset) {
  const words = Array.from({ length: 16 }, (_, place) => view.getBigUint64(offset + place * 8));
  for (let place = 16; place < 80; place += 1) {
    const [near, far] = [words[place - 2], words[place - 15]];
    const small = right(far, 1n) ^ right(far, 8n) ^ (far >> 7n);
    const great = right(near, 19n) ^ right(near, 61n) ^ (near >> 6n);
    words.push((words[place - 16] + small + words[place - 7] + great) & WORD);
  }
  return words;
}

function round([a, b, c, d, e, f, g, h], added) {
  const first = h + (right(e, 14n) ^ right(e, 18n) ^ right(e, 41n)) + ((e & f) ^ (~e & WORD & g)) + added;
  const second = (right(a, 28n) ^ right(a, 34n) ^ right(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
  return [(first + second) & WORD, a, b, c, (d + first) & WORD, e, f, g];
}

function sha512(bytes) {
  const view = padded(bytes);
  let state = START;
  for (let offset = 0; offset < view.byteLength; offset += 128) {
    const mixed = schedule(view, offset).reduce((now, word, place) => round(now, (word + ROUNDS[place]) & WORD), state);
    state = state.map((word, place) => (word + mixed[place]) & WORD);
  }
  const result = new DataView(new ArrayBuffer(64));
  state.forEach((word, place) => result.setBigUint64(place * 8, word));
  return new Uint8Array(result.buffer);
}
