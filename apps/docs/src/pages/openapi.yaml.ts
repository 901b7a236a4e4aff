import document from "@mpc-contract/openapi" with { type: "json" };
import { stringify } from "yaml";

/** The contract itself, for those who would rather read YAML. */
export function GET(): Response {
  // No anchors: not every reader of YAML follows them.
  return new Response(stringify(document, { aliasDuplicateObjects: false }));
}
