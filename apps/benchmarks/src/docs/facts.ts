import contract from "@mpc-contract/openapi" with { type: "json" };
import { says, textOf } from "../../../docs/test/pages.ts";

const { get: described, parameters: shared } = contract.paths["/v1/{project_id}/encryptions"];

/** The operation whose page is looked at. */
export const operation = described;

/** What the pages are of. */
export const { title } = contract.info;

const parameters = [...shared, ...described.parameters].map(
  ({ $ref }) => (at($ref) as { name: string }).name,
);
const statuses = Object.keys(described.responses).filter((status) => status !== "default");
const facts = new Set([...parameters, ...statuses, ...namesIn(described.responses)]);

/** What the facts are, in words. */
export const factsInWords = `${facts.size} words of the contract: the statuses of the operation, and the names of its parameters and of the headers and properties of its responses`;

/** What has to be in a page for the operation to be there: what it does, and what it takes. */
export const essentials = [described.summary, parameters.at(-1)!];

/** How many facts of the operation the text of HTML says, which is all there is of it without JavaScript. */
export function factsIn(html: string): number {
  const text = textOf(html);
  return [...facts].filter((fact) => says(text, fact)).length;
}

/** The names of all headers and properties in a part of the contract, and in what it refers to. */
function namesIn(part: unknown, seen = new Set<string>()): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => {
    if (key === "$ref") {
      if (seen.has(inner as string)) return [];
      seen.add(inner as string);
      return namesIn(at(inner as string), seen);
    }
    // Extensions are known to nobody but us.
    if (key.startsWith("x-") || key.startsWith("example")) return [];
    const named = key === "headers" || key === "properties" ? Object.keys(inner as object) : [];
    return [...named, ...namesIn(inner, seen)];
  });
}

/** What a reference leads to. */
function at(reference: string): unknown {
  const keys = reference.split("/").slice(1);
  return keys.reduce((part: unknown, key) => (part as Record<string, unknown>)[key], contract);
}
