import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { samplesOf } from "../contract/candidates.ts";
import { type Json, isObject, objectAt, step, valueAt } from "../document/json.ts";
import { type RequestValues, valueName } from "./request.ts";
import { valuesFor } from "./values.ts";

/** The values of a request that has only what it must have: the examples of the contract, where there are some. */
export function baseValues(contract: Contract, operation: Operation): RequestValues {
  const parameters = operation.parameters
    .filter(({ required }) => required)
    .map((parameter) => [valueName(parameter), usualValue(contract, parameter)]);
  const body = operation.requestBody?.required ? usualBody(contract, operation) : undefined;
  return {
    parameters: Object.fromEntries(parameters) as RequestValues["parameters"],
    ...(body === undefined ? {} : { body }),
  };
}

/** The example of a parameter, or else a value that keeps its schema. */
function usualValue(contract: Contract, { place }: Operation["parameters"][number]): Json {
  const { value } = objectAt(contract.root, place);
  if (value["example"] !== undefined) return value["example"];
  const [named] = exampleValues(contract, place);
  const schema = step(place, "schema");
  return (
    named ??
    samplesOf(contract.root, schema)[0] ??
    valuesFor(contract, schema).valid.find((one) => one !== "") ??
    "x"
  );
}

/** An example of the body of an operation, or else a body that keeps its schema. */
export function usualBody(contract: Contract, { requestBody }: Operation): Json | undefined {
  const media = Object.values(requestBody?.content ?? {})[0];
  if (media === undefined) return undefined;
  const { value } = objectAt(contract.root, media.contract);
  const schema = step(media.contract, "schema");
  return (
    value["example"] ??
    exampleValues(contract, media.contract)[0] ??
    samplesOf(contract.root, schema)[0] ??
    valuesFor(contract, schema).valid[0]
  );
}

function exampleValues({ root }: Contract, place: string): Json[] {
  const examples = objectAt(root, place).value["examples"];
  return Object.keys(isObject(examples) ? examples : {}).flatMap((name) => {
    const { place: own } = objectAt(root, step(place, "examples", name));
    return valueAt(root, step(own, "value")) ?? [];
  });
}
