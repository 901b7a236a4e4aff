import type { Json } from "../generate/index.ts";

/** One thing that the contract says of a message: a JSON Pointer, and a value that stands there. */
export type Claim = `${string}: ${string}`;

export function claim(pointer: string, value: unknown): Claim {
  return `${pointer}: ${JSON.stringify(value)}`;
}

export function escape(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** What stands at a JSON Pointer. */
export function valueAt(contract: Json, pointer: string): Json | undefined {
  let node: Json | undefined = contract;
  for (const step of pointer.split("/").slice(1)) {
    if (typeof node !== "object" || node === null) return undefined;
    node = (node as Record<string, Json>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return node;
}

/** Where a `$ref` leads to in the end, and the claims that it passes. */
export function follow(contract: Json, pointer: string): { pointer: string; passed: Claim[] } {
  const passed: Claim[] = [];
  for (;;) {
    const reference = valueAt(contract, `${pointer}/$ref`);
    if (typeof reference !== "string") return { pointer, passed };
    passed.push(claim(`${pointer}/$ref`, reference));
    pointer = reference.slice(1);
  }
}

// The keys below these are names, which may be those of keywords.
const maps = new Set(["properties", "headers", "responses", "content"]);
const words = new Set(["description", "summary", "title", "example", "examples", "tags", "operationId"]);

/** Whether a keyword is for people only, and says nothing of what goes over the wire. */
function isForPeople(key: string): boolean {
  return words.has(key) || (key.startsWith("x-") && key !== "x-extensible-enum");
}

/** All that the contract says of the messages of an operation, each component once. */
export function claimsOf(contract: Json, method: string, path: string): Set<Claim> {
  const claims = new Set<Claim>();
  const seen = new Set<string>();

  function read(pointer: string, within?: string) {
    if (seen.has(pointer)) return;
    seen.add(pointer);
    const node = valueAt(contract, pointer);
    if (Array.isArray(node) && node.length > 0) {
      node.forEach((item, index) => {
        if (typeof item === "object") read(`${pointer}/${index}`, within);
        else claims.add(claim(pointer, item));
      });
    } else if (typeof node === "object" && node !== null && !Array.isArray(node)) {
      const isMap = within !== undefined && maps.has(within);
      const keys = Object.keys(node).filter((key) => isMap || !isForPeople(key));
      // What says nothing but words lets anything through.
      if (keys.length === 0) claims.add(claim(pointer, {}));
      if ("in" in node && "schema" in node && !keys.includes("required")) {
        claims.add(claim(`${pointer}/required`, false));
      }
      for (const key of keys) read(`${pointer}/${escape(key)}`, isMap ? undefined : key);
      if (typeof node["$ref"] === "string") read(node["$ref"].slice(1));
    } else if (node !== undefined) {
      claims.add(claim(pointer, node));
    }
  }

  const place = `/paths/${escape(path)}`;
  read(`${place}/parameters`);
  read(`${place}/${method}`);
  read("/security");
  for (const alternative of (valueAt(contract, "/security") ?? []) as object[]) {
    for (const scheme of Object.keys(alternative)) read(`/components/securitySchemes/${scheme}`);
  }
  return claims;
}
