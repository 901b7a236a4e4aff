/** An object in JSON, or the bytes before, between or after such. */
export type Piece = { object: string } | { around: Uint8Array };

const [quote, backslash] = [0x22, 0x5c];
const [openBrace, openBracket, closeBrace, closeBracket] = [0x7b, 0x5b, 0x7d, 0x5d];

/**
 * Cuts JSON, as it comes in chunks, into the objects that are so deep in it and what is around them. It looks at
 * brackets alone: whether it is JSON is for those to say who parse the pieces.
 */
export function createCutter(objectDepth: number): (chunk: Buffer) => Generator<Piece> {
  let depth = 0;
  let inText = false;
  let escaped = false;
  let inObject = false;
  /** What came of an object in the chunks before. */
  let begun: Buffer[] = [];
  return function* cut(chunk) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inText = false;
      } else if (byte === quote) {
        inText = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (depth === objectDepth && byte === openBrace) {
          yield { around: chunk.subarray(start, at) };
          start = at;
          inObject = true;
        }
        depth += 1;
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (inObject && depth === objectDepth) {
          yield { object: textOf(begun, chunk.subarray(start, at + 1)) };
          start = at + 1;
          inObject = false;
          begun = [];
        }
      }
    }
    if (inObject) begun.push(chunk.subarray(start));
    else yield { around: chunk.subarray(start) };
  };
}

function textOf(begun: Buffer[], rest: Buffer): string {
  return (begun.length === 0 ? rest : Buffer.concat([...begun, rest])).toString();
}
