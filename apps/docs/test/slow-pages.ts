import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Before a block: all that came earlier is whole, as it is where a browser that reads slowly paints what it has. */
const atBlocks =
  /(?=<(?:aside|dd|details|div|dt|figure|h[1-6]|label|li|nav|p|pre|section|summary|td|th|tr|ul)\b)/;
/** How many characters make a piece: of what surrounds the content, and of the content. */
const sizes = { shell: 10_000, content: 1200 };
/** So many pieces begin each part of the first screen; the rest comes at once. */
const most = 20;
/** In which a browser paints what it has, in milliseconds. */
const pause = 20;

/** Sends a page in pieces, as a slow network does. */
export async function sendSlowly(response: ServerResponse, html: string): Promise<void> {
  const start = html.indexOf("<main");
  const content = piecesOf(html.slice(start), sizes.content);
  for (const piece of [...piecesOf(html.slice(0, start), sizes.shell), ...content.splice(0, most)]) {
    response.write(piece);
    await sleep(pause);
  }
  response.end(content.join(""));
}

/** Parts a text at blocks, into pieces of at least a size. */
function piecesOf(html: string, size: number): string[] {
  const pieces = [""];
  for (const block of html.split(atBlocks)) {
    if ((pieces.at(-1) ?? "").length < size) pieces.push((pieces.pop() ?? "") + block);
    else pieces.push(block);
  }
  return pieces;
}
