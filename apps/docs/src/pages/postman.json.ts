import { collection } from "../machines/postman.ts";

/** The operations, to be imported into Postman. */
export function GET(): Response {
  return new Response(JSON.stringify(collection, null, 2));
}
