import { isDeepStrictEqual } from "node:util";
import { schemaAt } from "../contract/compile-schemas.ts";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { itemsOf } from "../coverage/items.ts";
import {
  type Json,
  type JsonObject,
  type Place,
  follow,
  isObject,
  keysOf,
  valueAt,
} from "../document/json.ts";
import type { Mutation } from "./mutation.ts";

/**
 * Proves that no message tells a mutant from the contract.
 *
 * @returns The proof in words, or nothing when there is none.
 */
export function proveEquivalent(
  contract: Contract,
  mutant: Contract,
  mutation: Mutation,
): string | undefined {
  if (mutation.kind === "style changed") return byStyle(contract, mutant);
  if (mutation.kind === "type changed" || mutation.kind === "null allowed") {
    return byWords(contract, mutant, mutation) ?? byText(contract, mutant, mutation);
  }
  if (mutation.kind === "status dropped") return byFallback(contract, mutation);
  return undefined;
}

/** Styles differ for lists and objects only, and those of lists do not differ when each item is sent apart. */
function byStyle(contract: Contract, mutant: Contract): string | undefined {
  const changed = parametersOf(contract).filter(
    (parameter, index) => !isDeepStrictEqual(parameter, parametersOf(mutant)[index]),
  );
  const isSame = changed.every(({ explode, in: where, types }, index) => {
    const after = parametersOf(mutant).find(({ place }) => place === changed[index]!.place)!;
    if (after.style === "deepObject" || (where === "path" && after.style !== changed[index]!.style))
      return false;
    if (!types.has("array") && !types.has("object")) return true;
    return !types.has("object") && explode && after.explode;
  });
  return isSame
    ? "a single text is sent the same way in every style, and so is a list whose items are sent apart"
    : undefined;
}

function parametersOf({ operations }: Contract): Operation["parameters"] {
  return Object.values(operations).flatMap(({ parameters }) => parameters);
}

/** With the words listed, there is nothing else that a type could admit. */
function byWords(contract: Contract, mutant: Contract, { place }: Mutation): string | undefined {
  const at = parentOf(place);
  const schema = valueAt(contract.root, at);
  if (!isObject(schema)) return undefined;
  const words = Array.isArray(schema["enum"])
    ? schema["enum"]
    : "const" in schema
      ? [schema["const"]!]
      : undefined;
  if (words === undefined || !sameDecoding(contract, mutant)) return undefined;
  const admits = ({ schemas }: Contract, word: Json): boolean =>
    schemas.compile(schemaAt(at), "strict")(word).length === 0;
  const isSame = words.every((word) => admits(contract, word) === admits(mutant, word));
  return isSame ? "the listed words are the only values, and each is admitted as before" : undefined;
}

/** What is sent as a text has one type, whatever is said of it. */
function byText(contract: Contract, mutant: Contract, { place, value }: Mutation): string | undefined {
  const schema = valueAt(contract.root, parentOf(place));
  if (!isObject(schema) || "enum" in schema || "const" in schema) return undefined;
  if (itemsOf(contract).get(place)?.breakable !== false || !sameDecoding(contract, mutant)) return undefined;
  const before = [(valueAt(contract.root, place) ?? []) as Json].flat();
  const after = value === undefined ? before : [value].flat();
  return before.every((type) => after.includes(type))
    ? "the value is sent as a text, and has no other type"
    : undefined;
}

function sameDecoding(contract: Contract, mutant: Contract): boolean {
  // A text stays one whatever else is allowed, and so does a list.
  const deciding = (types: Set<string>): string[] => {
    const settled = types.has("string") || types.has("array") || types.size === 0;
    return [...types].filter((type) => type !== "string" && !(settled && type === "null"));
  };
  const read = (one: Contract): unknown =>
    parametersOf(one).map(({ types, ...rest }) => ({ ...rest, types: deciding(types) }));
  return isDeepStrictEqual(read(contract), read(mutant));
}

/** A response that falls under a wider status which says the same. */
function byFallback(contract: Contract, { changed, place }: Mutation): string | undefined {
  const responses = valueAt(contract.root, changed) as JsonObject;
  const [status = ""] = keysOf(place).slice(-1);
  const wider = [`${status[0]}XX`, "default"].find((key) => key !== status && key in responses);
  if (wider === undefined) return undefined;
  const isSame = isDeepStrictEqual(
    meaningOf(contract.root, `${changed}/${status}`),
    meaningOf(contract.root, `${changed}/${wider}`),
  );
  return isSame ? `the response to ${wider} says the same` : undefined;
}

/** What a part of the document says to a check: its references followed, and without what is said to people. */
function meaningOf(root: Json, place: Place, open: Place[] = []): unknown {
  const { place: own, value } = follow(root, place);
  if (open.includes(own)) return own;
  if (Array.isArray(value))
    return value.map((_, index) => meaningOf(root, `${own}/${index}`, [...open, own]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => !/^(?:description|summary|title|examples?|links|x-(?!extensible-enum).*)$/.test(key))
      .map((key) => [
        key,
        meaningOf(root, `${own}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, [...open, own]),
      ]),
  );
}

function parentOf(place: Place): Place {
  return place.slice(0, place.lastIndexOf("/"));
}
