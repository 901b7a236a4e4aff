// The engine that reads any document finds in the exchanges what the validator finds, which knows one contract only.
import { readContract, readExchanges } from "@mpc-contract/openapi/generate";
import { checkRequest, checkResponse, operationOf } from "@mpc-contract/validator/engine";
import { type Strength, validateExchange } from "@mpc-contract/validator";
import { expect, test } from "vitest";
import { createContract, loadDocument } from "../src/index.ts";

const source = new URL("../../../openapi/openapi.yaml", import.meta.url);
const document = await loadDocument(source);
const contract = createContract(document);
const { invalid, valid } = await readExchanges();

test("a document in many files becomes the one that is bundled", async () => {
  expect(document.root).toEqual(await readContract());
});

test.each([...valid, ...invalid])("$name", ({ request, response }) => {
  for (const strength of ["strict", "tolerant"] satisfies Strength[]) {
    const id = operationOf(contract, request);
    const findings = [
      ...checkRequest(contract, request, strength),
      ...(id === undefined ? [] : checkResponse(contract, response, contract.operations[id]!, strength)),
    ];
    expect(findings).toEqual(validateExchange({ request, response }, { strength }));
  }
});
