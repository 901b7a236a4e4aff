import { isDeepStrictEqual } from "node:util";
import { type Finding, describeValue, splitUrl } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import { schemasInPlace } from "../contract/document-schemas.ts";
import { type Json, type Place, follow, isObject, keysOf, step } from "../document/json.ts";
import type { Exchange } from "./exchange.ts";

/** Checks that the contract has the defaults which the exchange says that the service took. */
export function checkDefaults(
  contract: Contract,
  operation: string,
  { defaults, request }: Exchange,
): Finding[] {
  return Object.entries(defaults ?? {}).flatMap(([at, taken]): Finding[] => {
    const finding = { in: "request" as const, at, rule: "default", found: describeValue(taken) };
    const place = defaultPlace(contract, operation, at);
    if (place === undefined) {
      return [{ ...finding, expected: "no default", contract: contract.operations[operation]!.contract }];
    }
    const given =
      at.startsWith("/query/") && new URLSearchParams(splitUrl(request.url).query).has(keysOf(at)[1]!);
    if (given)
      return [{ ...finding, expected: "a value that the request does not give itself", contract: place }];
    const { value } = follow(contract.root, place);
    return isDeepStrictEqual(value, taken)
      ? []
      : [{ ...finding, expected: describeValue(value), contract: place }];
  });
}

/** Where the contract gives the default of a place in a request. */
export function defaultPlace(
  { operations, root }: Contract,
  operation: string,
  at: string,
): Place | undefined {
  const [where, name, ...rest] = keysOf(at);
  const { parameters, requestBody } = operations[operation]!;
  if (where === "body") {
    const media = Object.values(requestBody?.content ?? {})[0];
    return media && findDefault(root, step(media.contract, "schema"), keysOf(at).slice(1));
  }
  const parameter = parameters.find((parameter) => parameter.in === where && parameter.name === name);
  return parameter && findDefault(root, step(parameter.place, "schema"), rest);
}

function findDefault(root: Json, schema: Place, keys: string[]): Place | undefined {
  const [key, ...rest] = keys;
  for (const at of schemasInPlace(root as never, schema)) {
    const { value } = follow(root, at);
    if (!isObject(value)) continue;
    const place = follow(root, at).place;
    if (key === undefined) {
      if ("default" in value) return step(place, "default");
    } else if (isObject(value["properties"]) && Object.hasOwn(value["properties"], key)) {
      const found = findDefault(root, step(place, "properties", key), rest);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
