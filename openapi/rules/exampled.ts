import { nameOf, roleOf } from "./linter.ts";
import type { Context, Exampled, Rule, Schema } from "./linter.ts";

function hasExample(node: Exampled | Schema): boolean {
  return node.example !== undefined || Object.keys(node.examples ?? {}).length > 0;
}

function check(kind: string, node: Exampled | Schema, context: Context) {
  if (hasExample(node)) return;
  context.report({
    message: `The ${kind} "${nameOf(node, context.location)}" has no example. Show a value that it takes, as \`example\` or \`examples\`.`,
    location: context.location,
  });
}

/** A parameter or a header is exampled by its schema as well. */
function checkWithSchema(kind: string, node: Exampled, context: Context) {
  if (!hasExample(context.resolve<Schema>(node.schema ?? {}).node ?? {})) check(kind, node, context);
}

/** Every value that goes over the wire is shown by an example. A `$ref` is exampled by what it refers to. */
export const exampled: Rule = () => ({
  Parameter(parameter, context) {
    checkWithSchema("parameter", parameter, context);
  },
  Header(header, context) {
    checkWithSchema("header", header, context);
  },
  Schema(schema, context) {
    const role = roleOf(context.location);
    if (role === "component" || role === "property") check(role, schema, context);
  },
});
