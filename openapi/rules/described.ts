import { nameOf, roleOf } from "./linter.ts";
import type { Context, Described, Place, Rule } from "./linter.ts";

const mend = "Say in a sentence what it means, with its unit and format, and end with a full stop";

function check(text: unknown, what: string, place: Place, context: Context) {
  if (typeof text !== "string" || text.trim() === "") {
    context.report({ message: `The ${what} has no description. ${mend}.`, location: place });
  } else if (!text.trimEnd().endsWith(".")) {
    context.report({
      message: `The description of the ${what} does not end with a full stop. ${mend}.`,
      location: place.child("description"),
    });
  }
}

/** Whatever a reader may ask the meaning of says it. A `$ref` means what it refers to. */
export const described: Rule = () => {
  const each = (kind: string) => (node: Described, context: Context) =>
    check(node.description, `${kind} "${nameOf(node, context.location)}"`, context.location, context);
  return {
    Operation: each("operation"),
    Parameter: each("parameter"),
    Header: each("header"),
    RequestBody: each("request body"),
    Response: each("response"),
    SecurityScheme: each("security scheme"),
    Schema(schema, context) {
      const role = roleOf(context.location);
      if (role !== undefined) each(role)(schema, context);
    },
    ref(node, context) {
      if ("description" in node) each("reference")(node, context);
    },
  };
};
