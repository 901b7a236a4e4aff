// The compiled code holds against Ajv reading the bundle itself, which knows nothing of our tables.
import { readContract } from "@mpc-contract/openapi/generate";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { schemaOf } from "../src/index.ts";

const contract = (await readContract()) as { components: { schemas: Record<string, object> } };
const ajv = new Ajv2020({ allowUnionTypes: true, strict: false, validateFormats: false });
ajv.addSchema(contract, "contract");

/** A value of the schema's own examples, with parts of it put in the place of other parts. */
function mutated(example: unknown): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, true, "", 0, -1, 1.5, 2 ** 53, [], {}, "20200230000000", "\u{1f600}"),
    fc.string(),
    fc.integer(),
  );
  if (Array.isArray(example)) {
    return fc.oneof({ weight: 4, arbitrary: fc.array(mutated(example[0] ?? "")) }, odd);
  }
  if (typeof example === "object" && example !== null) {
    const properties = Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, mutated(value)]),
    );
    const whole = fc.record(properties, { requiredKeys: [] });
    const more = fc
      .tuple(whole, fc.dictionary(fc.string(), odd, { maxKeys: 1 }))
      .map(([a, b]) => ({ ...a, ...b }));
    return fc.oneof({ weight: 6, arbitrary: whole }, { weight: 2, arbitrary: more }, odd);
  }
  return fc.oneof({ weight: 6, arbitrary: fc.constant(example) }, odd);
}

test.each(Object.entries(contract.components.schemas))("%s", (name, schema) => {
  const reference = ajv.getSchema(`contract#/components/schemas/${name}`)!;
  const compiled = schemaOf(name as "EncryptionTask", "tolerant")["~standard"];
  const examples = (schema as { examples: unknown[] }).examples;
  const outcomes = new Set<boolean>();
  fc.assert(
    fc.property(fc.oneof(...examples.map(mutated)), (value) => {
      const result = compiled.validate(value);
      const keeps = reference(value) as boolean;
      outcomes.add(keeps);
      expect(result).toHaveProperty(keeps ? "value" : "issues");
    }),
    { seed: 31207, numRuns: 500 },
  );
  expect(outcomes).toEqual(new Set([true, false]));
});
