import { type Finding, type HttpResponse, checkRequest } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/read-operations.ts";
import { candidatesFor } from "../contract/candidates.ts";
import { step, follow } from "../document/json.ts";
import { baseValues, usualBody } from "./base-values.ts";
import { type RequestValues, valueName, writeRequest } from "./request.ts";
import { checkAnswer, wrongStatus } from "./service.ts";
import type { Check } from "./verify.ts";
import { valuesFor } from "./values.ts";

/** How many requests are made that break the same rule, and how many right ones of each part. */
const perRule = 3;
const right = 30;

/** Each parameter at and beyond each of its bounds, the others as usual, and so each part of the body. */
export const checkBounds: Check = async function* (contract, operation, service) {
  const counts = new Map<string, number>();
  // Where the usual request is not served, a right one may be refused for what it is about.
  let isServed: boolean | undefined;
  for (const { part, values } of variations(contract, operation)) {
    const request = writeRequest(operation, values, service.headers);
    // Of a request that breaks several rules it could not be said which was seen.
    const [broken, ...more] = checkRequest(contract, request, "strict");
    if (more.length > 0 || (broken && lenient.has(broken.rule))) continue;
    const key = broken ? `${broken.at.replace(/\d+/g, "*")} ${broken.contract}` : part;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    if (count >= (broken ? perRule : right)) continue;
    const answer = await service.ask(request);
    if (answer === undefined) return;
    const findings = checkAnswer(contract, operation, answer);
    if (!(answer instanceof Error)) {
      isServed ??= answer.status < 300;
      findings.push(...(broken ? judgeWrong(broken, answer) : isServed ? judgeRight(operation, answer) : []));
    }
    yield { request, findings };
  }
};

/** Rules that a service may let pass: it need not refuse a name that it does not know. */
const lenient = new Set(["additionalProperties", "x-extensible-enum", "unsupported", "path"]);

function judgeRight({ contract }: Operation, answer: HttpResponse): Finding[] {
  if (answer.status !== 400 && answer.status !== 422) return [];
  return [wrongStatus(contract, "", "refused", "a right request to be taken", answer)];
}

function judgeWrong({ at, contract, expected, found, rule }: Finding, answer: HttpResponse): Finding[] {
  if (answer.status >= 400 && answer.status < 500) return [];
  const refusal = `a status of 4XX: the request has ${found} where ${expected} is asked for`;
  return [wrongStatus(contract, at, `accepted ${rule}`, refusal, answer)];
}

/** A request, and the part of it that is not as usual. */
interface Variation {
  part: string;
  values: RequestValues;
}

function* variations(contract: Contract, operation: Operation): Generator<Variation> {
  const base = baseValues(contract, operation);
  yield { part: "", values: base };
  for (const parameter of operation.parameters) {
    const name = valueName(parameter);
    const { [name]: _, ...others } = base.parameters;
    if (parameter.required && parameter.in !== "path")
      yield { part: name, values: { ...base, parameters: others } };
    const { invalid, valid } = valuesFor(contract, step(parameter.place, "schema"));
    for (const value of [...valid, ...invalid.map(({ value }) => value)]) {
      // An empty segment would be another path, and a list without items is no parameter at all.
      if (
        value === null ||
        (parameter.in === "path" && value === "") ||
        (Array.isArray(value) && value.length === 0)
      )
        continue;
      yield { part: name, values: { ...base, parameters: { ...base.parameters, [name]: value } } };
    }
  }
  const body = usualBody(contract, operation);
  if (body === undefined) return;
  if (operation.requestBody?.required) yield { part: "body", values: { parameters: base.parameters } };
  const media = Object.values(operation.requestBody!.content)[0]!;
  for (const value of candidatesFor(
    contract.root,
    follow(contract.root, step(media.contract, "schema")).place,
  )) {
    yield { part: "body", values: { ...base, body: value } };
  }
}
