// SHA-256 (FIPS 180-4) and HMAC with it (RFC 2104), of texts. The browser's own is not there on every page
// that is opened from a file, and answers only later.

const ROUNDS = 64;
const BLOCK_BYTES = 64;

// The first 32 bits of the fractional part of the `root`-th roots of the first `count` primes.
function fractionsOfRoots(root, count) {
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) {
      prime = prime && number % divisor !== 0;
    }
    if (prime) {
      found.push(((number ** (1 / root) % 1) * 2 ** 32) | 0);
    }
  }
  return found;
}

const SHA_START = fractionsOfRoots(2, 8);
const SHA_ROUND = fractionsOfRoots(3, ROUNDS);

function rotated(word, count) {
  return (word >>> count) | (word << (32 - count));
}

function paddedWords(bytes) {
  const words = new Array((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  bytes.forEach((byte, at) => {
    words[at >> 2] |= byte << (24 - 8 * (at & 3));
  });
  words[bytes.length >> 2] |= 0x80 << (24 - 8 * (bytes.length & 3));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function shaBlock(state, block) {
  const w = block.slice();
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < ROUNDS; at += 1) {
    if (at >= 16) {
      const s0 = rotated(w[at - 15], 7) ^ rotated(w[at - 15], 18) ^ (w[at - 15] >>> 3);
      const s1 = rotated(w[at - 2], 17) ^ rotated(w[at - 2], 19) ^ (w[at - 2] >>> 10);
      w[at] = (w[at - 16] + s0 + w[at - 7] + s1) | 0;
    }
    const mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + mixed + ((e & f) ^ (~e & g)) + SHA_ROUND[at] + w[at]) | 0;
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) | 0);
}

// bytes: numbers 0..255. The digest, 32 of them.
function sha256(bytes) {
  const words = paddedWords(bytes);
  let state = SHA_START;
  for (let at = 0; at < words.length; at += 16) {
    state = shaBlock(state, words.slice(at, at + 16));
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
}

// key: at most 64 bytes of UTF-8.
function hmacSha256(key, text) {
  const bytes = [...new TextEncoder().encode(key)];
  const block = [...bytes, ...new Array(BLOCK_BYTES - bytes.length).fill(0)];
  const inner = sha256([...block.map((byte) => byte ^ 0x36), ...new TextEncoder().encode(text)]);
  return sha256([...block.map((byte) => byte ^ 0x5c), ...inner]);
}
