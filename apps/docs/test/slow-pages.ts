import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Before a block: all that came earlier is whole, as it is where a browser that reads slowly paints what it has. */
const atBlocks =
  /(?=<(?:aside|dd|details|div|dt|figure|h[1-6]|label|li|nav|p|pre|section|summary|td|th|tr|ul)\b)/;
/** How many characters make a piece, and how many of those are sent: what is seen without scrolling. */
const size = 1200;
const pieces = 20;
/** In which a browser paints what it has, in milliseconds. */
const pause = 20;

/** Sends the beginning of a page's content in pieces, as a slow network does, and then the rest. */
export async function sendSlowly(response: ServerResponse, html: string): Promise<void> {
  const start = html.indexOf("<main");
  response.write(html.slice(0, start));
  const blocks = html.slice(start).split(atBlocks);
  for (let sent = 0; sent < pieces && blocks.length > 0; sent += 1) {
    await sleep(pause);
    let piece = "";
    while (piece.length < size && blocks.length > 0) piece += blocks.shift();
    response.write(piece);
  }
  await sleep(pause);
  response.end(blocks.join(""));
}
