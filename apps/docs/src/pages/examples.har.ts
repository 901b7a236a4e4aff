import { archive } from "../machines/har.ts";

/** The exchanges of the contract, as a browser records them. */
export function GET(): Response {
  return new Response(JSON.stringify(archive, null, 2));
}
