// Checking an Ed25519 signature where the browser cannot (RFC 8032). It only checks, so there is no secret whose time could be taken.
const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (a, m = P) => ((a % m) + m) % m;

function power(base, exponent, modulus = P) {
  let result = 1n;
  for (base = mod(base, modulus); exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

const D = mod(-121665n * power(121666n, P - 2n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
const number = (bytes) => bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n); // the least byte comes first

function added([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = mod((y1 - x1) * (y2 - x2));
  const b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * D * t1 * t2);
  const d = mod(2n * z1 * z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(scalar, point) {
  let result = [0n, 1n, 1n, 0n];
  for (; scalar > 0n; scalar >>= 1n) {
    if (scalar & 1n) result = added(result, point);
    point = added(point, point);
  }
  return result;
}

function pointOf(bytes) {
  const whole = number(bytes);
  const sign = whole >> 255n;
  const y = whole & (2n ** 255n - 1n);
  if (y >= P) return null;
  const u = mod(y * y - 1n);
  const v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) === mod(-u)) x = mod(x * ROOT_OF_MINUS_ONE);
  if (mod(v * x * x) !== u || (x === 0n && sign)) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
}

function bytesOf([x, y, z]) {
  const inverse = power(z, P - 2n);
  let whole = mod(y * inverse) | ((mod(x * inverse) & 1n) << 255n);
  return Uint8Array.from({ length: 32 }, () => {
    const byte = Number(whole & 255n);
    whole >>= 8n;
    return byte;
  });
}

const BASE = pointOf(Uint8Array.from({ length: 32 }, (_, place) => (place ? 0x66 : 0x58)));

// Say whether the holder of `key` (32 bytes) signed `message` with `signature` (64 bytes).
function isSignedByHand(key, message, signature) {
  const signer = key.length === 32 && signature.length === 64 ? pointOf(key) : null;
  const scalar = number(signature.slice(32));
  if (!signer || scalar >= ORDER) return false;
  const start = signature.slice(0, 32);
  const challenge = mod(number(sha512(Uint8Array.from([...start, ...key, ...message]))), ORDER);
  const minus = [mod(-signer[0]), signer[1], 1n, mod(-signer[3])];
  const found = bytesOf(added(times(scalar, BASE), times(challenge, minus)));
  return found.every((byte, place) => byte === start[place]);
}
