import type { Rule } from "./linter.ts";

/** An open enum explains each of its words, and does not close itself with an `enum`. */
export const openEnum: Rule = () => ({
  Schema(schema, { location, report }) {
    const words = schema["x-extensible-enum"];
    const descriptions = schema["x-enumDescriptions"];
    if (words === undefined) return;
    if (schema.enum !== undefined) {
      report({
        message: "An open enum has no `enum` beside it, which would close it. Take the `enum` away.",
        location: location.child("enum"),
      });
    }
    for (const word of words) {
      if (descriptions?.[word]?.trim()) continue;
      report({
        message: `The word "${word}" of the open enum is not explained. Explain it in \`x-enumDescriptions\`.`,
        location: location.child(["x-extensible-enum", words.indexOf(word)]),
      });
    }
    for (const word of Object.keys(descriptions ?? {})) {
      if (words.includes(word)) continue;
      report({
        message: `"${word}" is explained and is no word of the open enum. Add it to \`x-extensible-enum\`, or take it away here.`,
        location: location.child(["x-enumDescriptions", word]),
      });
    }
  },
});
