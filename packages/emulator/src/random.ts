/** A number of 0 or more and less than 1, always the same one for the same seed and the same words. */
export function draw(seed: number, words: string): number {
  // FNV-1a over the words, then the finish of MurmurHash3, which spreads what differs in one character only.
  let hash = 2_166_136_261 ^ seed;
  for (let index = 0; index < words.length; index++) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
