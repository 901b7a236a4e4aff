import { readExchanges } from "@mpc-contract/openapi/generate";
import { describe, expect, test } from "vitest";
import { describeFinding, validateExchange } from "../src/index.ts";

const { invalid, valid } = await readExchanges();

describe("an exchange that keeps the contract", () => {
  test.each(valid)("$name: $summary", (exchange) => {
    expect(validateExchange(exchange).map(describeFinding)).toEqual([]);
    expect(validateExchange(exchange, { strength: "tolerant" })).toEqual([]);
  });
});

describe("an exchange that breaks one rule", () => {
  test.each(invalid)("$name: $summary", ({ breaks: { only, ...rule }, ...exchange }) => {
    const broken = [rule.at].flat().map((at) => ({ ...rule, at }));
    const file = `openapi/examples/invalid/${exchange.name}.yaml`;
    const found = validateExchange(exchange).map(({ at, contract, in: message, rule }) => {
      return { in: message, at, rule, contract };
    });
    expect(found, `${file}: "breaks" must say what is found`).toEqual(broken);
    expect(validateExchange(exchange, { strength: "tolerant" })).toHaveLength(
      only === "strict" ? 0 : broken.length,
    );
  });
});
