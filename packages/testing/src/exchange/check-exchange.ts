import {
  type Finding,
  type Strength,
  checkRequest,
  checkResponse,
  operationOf,
} from "@mpc-contract/validator/engine";
import type { Contract } from "../contract/contract.ts";
import { checkDefaults } from "./check-defaults.ts";
import type { Breach, Exchange } from "./exchange.ts";

/** What is found in an exchange. */
export interface CheckedExchange {
  /** The operation that it is of, if the contract has one. */
  operation: string | undefined;
  /** What breaks the contract; empty when all is well. */
  findings: Finding[];
}

/** Checks a request and the response to it. A response to a request that fits no operation is not checked. */
export function checkExchange(
  contract: Contract,
  exchange: Exchange,
  strength: Strength = "strict",
): CheckedExchange {
  const { request, response } = exchange;
  const operation = operationOf(contract, request);
  const findings = unlessTooDeep("request", () => checkRequest(contract, request, strength));
  if (operation !== undefined) {
    const table = contract.operations[operation]!;
    findings.push(...unlessTooDeep("response", () => checkResponse(contract, response, table, strength)));
    if (exchange.defaults) findings.push(...checkDefaults(contract, operation, exchange));
  }
  return { operation, findings };
}

/** A body that is nested more deeply than the stack is a finding, not a crash. */
function unlessTooDeep(side: Finding["in"], check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const expected = "a body that is nested less deeply";
    return [
      { in: side, at: "/body", rule: "depth", expected, found: "one that cannot be checked", contract: "#" },
    ];
  }
}

/** Something about an exchange that is not as the exchange says. */
export interface Surprise {
  /** A finding that was not to be expected. */
  finding?: Finding;
  /** What was to be found, and was not. */
  missing?: Breach;
  /** The strength of the check that showed it. */
  strength: Strength;
}

/** Checks that an exchange breaks what it says that it breaks, and nothing else. */
export function judgeExchange(
  contract: Contract,
  exchange: Exchange,
): CheckedExchange & { surprises: Surprise[] } {
  const checked = checkExchange(contract, exchange, "strict");
  const { breaks } = exchange;
  if (breaks === undefined) {
    return { ...checked, surprises: checked.findings.map((finding) => ({ finding, strength: "strict" })) };
  }
  const surprises = compare(checked.findings, breaks, "strict");
  const tolerant = checkExchange(contract, exchange, "tolerant").findings;
  surprises.push(...compare(tolerant, breaks.only === "strict" ? undefined : breaks, "tolerant"));
  return { ...checked, surprises };
}

function compare(findings: Finding[], breaks: Breach | undefined, strength: Strength): Surprise[] {
  const expected = breaks === undefined ? [] : [breaks.at].flat().map((at) => ({ ...breaks, at }));
  const isSame = (finding: Finding, breach: Breach): boolean =>
    finding.in === breach.in &&
    finding.at === breach.at &&
    finding.rule === breach.rule &&
    finding.contract === breach.contract;
  return [
    ...findings
      .filter((finding) => !expected.some((breach) => isSame(finding, breach)))
      .map((finding) => ({ finding, strength })),
    ...expected
      .filter((breach) => !findings.some((finding) => isSame(finding, breach)))
      .map((missing) => ({ missing, strength })),
  ];
}
