import { baseValues } from "./base-values.ts";
import { writeRequest } from "./request.ts";
import { checkAnswer, wrongStatus } from "./service.ts";
import type { Check } from "./verify.ts";

/** No credentials, and wrong ones. */
export const checkCredentials: Check = async function* (contract, operation, service) {
  const { security, securityContract } = operation;
  if (security.length === 0 || security.some((set) => set.length === 0)) return;
  const names = new Set(security.flat().map(({ name }) => name));
  const own = Object.keys(service.headers).filter((name) => names.has(name));
  const others = Object.fromEntries(Object.entries(service.headers).filter(([name]) => !names.has(name)));
  const wrong = Object.fromEntries(
    own.map((name) => [
      name,
      name === "authorization" ? service.headers[name]!.replace(/\w+$/, "wrong") : "wrong",
    ]),
  );
  for (const headers of own.length > 0 ? [others, { ...others, ...wrong }] : [others]) {
    const request = writeRequest(operation, baseValues(contract, operation), headers);
    const answer = await service.ask(request);
    if (answer === undefined) return;
    const findings = checkAnswer(contract, operation, answer);
    if (!(answer instanceof Error) && answer.status !== 401 && answer.status !== 403) {
      findings.push(
        wrongStatus(
          securityContract,
          "",
          "security",
          "401 or 403, for the credentials are missing or wrong",
          answer,
        ),
      );
    }
    yield { request, findings };
  }
};
