import { isReference } from "./linter.ts";
import type { Context, Place, Reference, Rule, Schema } from "./linter.ts";

/** What a schema lacks to keep a value within bounds. */
function lacking(schema: Schema): string[] {
  const types = new Set([schema.type].flat());
  const lacks: string[] = [];
  if (types.has("integer") || types.has("number")) {
    if (schema.enum === undefined && schema.minimum === undefined) lacks.push("`minimum`");
    if (schema.enum === undefined && schema.maximum === undefined) lacks.push("`maximum`");
  }
  if (types.has("array") && schema.maxItems === undefined) lacks.push("`maxItems`");
  const { pattern, enum: closed, format, "x-extensible-enum": open } = schema;
  if (types.has("string") && [pattern, closed, format, open].every((bound) => bound === undefined)) {
    lacks.push("one of `pattern`, `enum`, `x-extensible-enum` and `format`");
  }
  return lacks;
}

function check(name: string, node: Schema | Reference, place: Place, context: Context, file: string) {
  const target = context.resolve<Schema>(node, file);
  const schema = isReference(node) ? target.node : node;
  if (schema === undefined) return;
  for (const bound of lacking(schema)) {
    context.report({
      message: `The parameter "${name}" has no bounds: ${bound} is missing. Every parameter says which values it takes: add it.`,
      location: place,
    });
  }
  if (schema.items !== undefined) {
    const next = isReference(node) ? target.location?.source.absoluteRef : file;
    check(name, schema.items, place.child("items"), context, next ?? file);
  }
}

/** A parameter says which values it takes: of a number and a list how much, of a text which form. */
export const bounded: Rule = () => ({
  Parameter({ name = "", schema }, context) {
    const { location } = context;
    if (schema === undefined) return;
    check(name, schema, location.child("schema"), context, location.source.absoluteRef);
  },
});
