import fc from "fast-check";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { step } from "../document/json.ts";
import { baseValues } from "./base-values.ts";
import { type RequestValues, valueName, writeRequest } from "./request.ts";
import { checkAnswer } from "./service.ts";
import { type Check, type Checked, isRight } from "./verify.ts";
import { valuesFor } from "./values.ts";

/** How many combinations of parameters are tried. */
const runs = 50;

/** Parameters in any combination, each with any value that it can have. The smallest that fails is told. */
export const checkCombinations: Check = async function* (contract, operation, service, seed) {
  let smallest: Checked | undefined;
  const property = fc.asyncProperty(combinations(contract, operation), async (values) => {
    const request = writeRequest(operation, values, service.headers);
    if (!isRight(contract, request)) return true;
    const answer = await service.ask(request);
    if (answer === undefined) return true;
    const findings = checkAnswer(contract, operation, answer);
    if (findings.length > 0) smallest = { request, findings };
    return findings.length === 0;
  });
  await fc.check(property, { seed, numRuns: runs });
  if (smallest) yield smallest;
};

function combinations(contract: Contract, operation: Operation): fc.Arbitrary<RequestValues> {
  const base = baseValues(contract, operation);
  const optional = operation.parameters
    .filter(({ in: where }) => where !== "path")
    .map((parameter): [string, fc.Arbitrary<unknown>] => {
      const { valid } = valuesFor(contract, step(parameter.place, "schema"));
      const values = valid.filter((value) => value !== null && !(Array.isArray(value) && value.length === 0));
      return [valueName(parameter), values.length > 0 ? fc.constantFrom(...values) : fc.constant(undefined)];
    });
  return fc
    .record(Object.fromEntries(optional), { requiredKeys: [] })
    .map((chosen) => ({ ...base, parameters: { ...base.parameters, ...chosen } }));
}
