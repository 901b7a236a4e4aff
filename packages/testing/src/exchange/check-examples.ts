import type { ValueFinding } from "@mpc-contract/validator/engine";
import { schemaAt } from "../contract/compile-schemas.ts";
import type { Contract } from "../contract/contract.ts";
import { explainErrors } from "../contract/explain-errors.ts";
import { type Json, type Place, isObject, objectAt, step } from "../document/json.ts";
import { type Node, rootNode, walk } from "../document/shapes.ts";

/** An example or a default of the document. */
interface Example {
  /** Where it stands in the document. */
  place: Place;
  /** The schema that it is to keep. */
  schema: Place;
  /** The example itself. */
  value: Json;
  /** Whether it is an example or a default. */
  kind: "example" | "default";
}

/** An example that does not keep its own schema. */
export interface WrongExample extends Example {
  /** What of its schema it breaks. */
  findings: ValueFinding[];
}

/** Checks the examples and the defaults of the document against their own schemas. */
export function checkExamples(contract: Contract): WrongExample[] {
  return examplesOf(contract.root).flatMap((example) => {
    const errors = contract.schemas.compile(schemaAt(example.schema), "strict")(example.value);
    if (errors.length === 0) return [];
    return [{ ...example, findings: explainErrors(contract.root, errors, example.value, "") }];
  });
}

/** All examples of the document that stand in it, and all defaults. */
function examplesOf(root: Json): Example[] {
  return [...walk(rootNode(root))].flatMap((node) => {
    if (node.type === "Schema") return ofSchema(node);
    if (node.type === "MediaType" || node.type === "Parameter" || node.type === "Header")
      return ofMessage(root, node);
    return [];
  });
}

function ofSchema({ place, value }: Node): Example[] {
  if (!isObject(value)) return [];
  const found: Example[] = [];
  if (value["example"] !== undefined) {
    found.push({ place: step(place, "example"), schema: place, value: value["example"], kind: "example" });
  }
  for (const [index, example] of (Array.isArray(value["examples"]) ? value["examples"] : []).entries()) {
    found.push({ place: step(place, "examples", index), schema: place, value: example, kind: "example" });
  }
  if (value["default"] !== undefined) {
    found.push({ place: step(place, "default"), schema: place, value: value["default"], kind: "default" });
  }
  return found;
}

function ofMessage(root: Json, { place, value }: Node): Example[] {
  if (!isObject(value) || value["schema"] === undefined) return [];
  const schema = step(place, "schema");
  const found: Example[] = [];
  if (value["example"] !== undefined) {
    found.push({ place: step(place, "example"), schema, value: value["example"], kind: "example" });
  }
  for (const name of Object.keys(isObject(value["examples"]) ? value["examples"] : {})) {
    const example = objectAt(root, step(place, "examples", name));
    if (example.value["value"] === undefined) continue;
    found.push({
      place: step(example.place, "value"),
      schema,
      value: example.value["value"],
      kind: "example",
    });
  }
  return found;
}
