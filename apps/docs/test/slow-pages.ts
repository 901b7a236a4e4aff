import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Before a block: all that came earlier is whole, as it is where a browser that reads slowly paints what it has. */
const atBlocks =
  /(?=<(?:aside|dd|details|div|dt|figure|h[1-6]|label|li|nav|p|pre|section|summary|td|th|tr|ul)\b)/;
/** The least that is sent at once, in characters, and the pause after it, in which a browser paints. */
const least = 4000;
const milliseconds = 20;

/** Sends a page in pieces, as a slow network does. */
export async function sendSlowly(response: ServerResponse, html: string): Promise<void> {
  let piece = "";
  for (const block of html.split(atBlocks)) {
    piece += block;
    if (piece.length < least) continue;
    response.write(piece);
    piece = "";
    await sleep(milliseconds);
  }
  response.end(piece);
}
