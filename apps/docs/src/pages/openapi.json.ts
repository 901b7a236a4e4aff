import document from "@mpc-contract/openapi" with { type: "json" };

/** The contract itself, as the other packages read it. */
export function GET(): Response {
  return new Response(JSON.stringify(document, null, 2), {
    headers: { "Content-Type": "application/json" },
  });
}
