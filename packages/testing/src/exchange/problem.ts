import { describeFinding } from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import type { CheckedExchange, Surprise } from "./check-exchange.ts";
import type { Exchange } from "./exchange.ts";

/** Something wrong with an exchange, in words. It never holds a secret. */
export interface Problem {
  /** The exchange, by its name. */
  exchange: string;
  /** The operation, if the contract has one for the request. */
  operation?: string;
  /** Which message. */
  in: "request" | "response";
  /** Where in the message, as JSON Pointers. */
  at: string;
  /** Which rule it breaks. */
  rule: string;
  /** What is wrong, in one line. */
  message: string;
  /** The place of the contract that says so. */
  contract: string;
  /** The file and line that it is written in, such as `openapi/schemas/Task.yaml:12`; empty when they are not known. */
  source: string;
}

/** Says what is wrong with an exchange. */
export function problemsOf(
  contract: Pick<Contract, "locate">,
  exchange: Pick<Exchange, "name">,
  { operation, surprises }: Pick<CheckedExchange, "operation"> & { surprises: Surprise[] },
): Problem[] {
  return surprises.map(({ finding, missing, strength }) => {
    const broken = (finding ?? missing)!;
    return {
      exchange: exchange.name,
      ...(operation === undefined ? {} : { operation }),
      in: broken.in,
      at: [broken.at].flat().join(", "),
      rule: broken.rule,
      message: finding
        ? expectation(finding)
        : `expected to break the rule "${broken.rule}" in a ${strength} check, and does not`,
      contract: broken.contract,
      source: contract.locate(broken.contract),
    };
  });
}

function expectation(finding: Parameters<typeof describeFinding>[0]): string {
  // The rest of the line is said in columns of its own.
  const line = describeFinding({ ...finding, at: "/", contract: "", rule: "" });
  return line.slice(line.indexOf(": ") + 2, -" (, )".length);
}
