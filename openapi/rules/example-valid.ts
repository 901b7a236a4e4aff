// Redocly checks the examples of media types, parameters and schemas. It leaves out the examples of headers,
// default values, what stands beside a `$ref`, and a parameter's examples that are references themselves.
import { Ajv2020 } from "ajv/dist/2020.js";
import { isReference } from "./linter.ts";
import type { Context, Exampled, Place, Reference, Rule, Schema } from "./linter.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: false, addUsedSchema: false });

/** The schema without a `$ref` in it. A schema that holds itself is not followed a second time. */
function inlined(node: unknown, context: Context, from: string, within: string[] = []): unknown {
  if (Array.isArray(node)) return node.map((item) => inlined(item, context, from, within));
  if (typeof node !== "object" || node === null) return node;
  if (isReference(node)) {
    const { $ref, ...beside } = node;
    const target = context.resolve<unknown>({ $ref }, from);
    const file = target.location?.source.absoluteRef ?? from;
    const id = file + target.location?.pointer;
    if (target.node === undefined || within.includes(id)) return {};
    return {
      allOf: [inlined(target.node, context, file, [...within, id])],
      ...(inlined(beside, context, from, within) as object),
    };
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, inlined(value, context, from, within)]),
  );
}

function check(value: unknown, schema: Schema | Reference, place: Place, context: Context) {
  if (value === undefined) return;
  const plain = inlined(schema, context, context.location.source.absoluteRef) as object;
  const validate = ajv.compile({ allOf: [plain], unevaluatedProperties: false });
  if (validate(value)) return;
  const [error] = validate.errors ?? [];
  const at = error?.instancePath ? ` at ${error.instancePath}` : "";
  const property = error?.params["unevaluatedProperty"] as string | undefined;
  const more = property === undefined ? "" : ` such as "${property}"`;
  context.report({
    message: `The value${at} is not what its own schema takes: it ${error?.message}${more}. Correct the value, or the schema.`,
    location: place,
  });
}

function checkNamed({ schema, examples = {} }: Exampled, context: Context, onlyReferences: boolean) {
  if (schema === undefined) return;
  for (const [name, example] of Object.entries(examples)) {
    if (onlyReferences && !isReference(example)) continue;
    const value = context.resolve<{ value?: unknown }>(example).node?.value;
    check(value, schema, context.location.child(["examples", name]), context);
  }
}

/** Every value that is shown or taken for granted is one that its own schema takes. */
export const exampleValid: Rule = () => ({
  Header(header, context) {
    if (header.schema !== undefined) {
      check(header.example, header.schema, context.location.child("example"), context);
    }
    checkNamed(header, context, false);
  },
  Parameter(parameter, context) {
    checkNamed(parameter, context, true);
  },
  Schema(schema, context) {
    check(schema.default, schema, context.location.child("default"), context);
  },
  ref(node, context) {
    if (context.type.name !== "Schema") return;
    check(node.default, node, context.location.child("default"), context);
    check(node.example, node, context.location.child("example"), context);
    node.examples?.forEach((value, index) =>
      check(value, node, context.location.child(["examples", index]), context),
    );
  },
});
