import { type JsonObject, type Place, isObject } from "../document/json.ts";
import { rootNode, walk } from "../document/shapes.ts";
import { mutateNode } from "./mutate-operation.ts";
import { mutateSchema } from "./mutate-schema.ts";
import type { Mutation } from "./mutation.ts";

/** Every mutation of a document. What no operation reaches, webhooks and callbacks are left out. */
export function* mutationsOf(root: JsonObject): Generator<Mutation> {
  const reached = reachedByOperations(root);
  for (const node of walk(rootNode(root))) {
    if (node.type !== "OpenAPI" && !reached(node.place)) continue;
    if (node.type === "Schema") {
      if (isObject(node.value)) yield* mutateSchema(node.value, node.place);
    } else yield* mutateNode(node, root);
  }
}

/** Says whether a place matters to an operation: it is under a path, or is referred to from one. */
function reachedByOperations(root: JsonObject): (place: Place) => boolean {
  const nodes = [...walk(rootNode(root))];
  const reached = new Set<Place>(["#/paths", "#/components/securitySchemes"]);
  const covers = (place: Place): boolean => {
    for (let at = place; at.includes("/"); at = at.slice(0, at.lastIndexOf("/")))
      if (reached.has(at)) return true;
    return false;
  };
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { place, value } of nodes) {
      if (isObject(value) && typeof value["$ref"] === "string" && covers(place)) reached.add(value["$ref"]);
    }
  }
  return (place) => covers(place) && !/^#\/paths\/[^/]*\/[^/]*\/callbacks\//.test(place);
}
