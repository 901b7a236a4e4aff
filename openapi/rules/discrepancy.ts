import { wherever } from "./extension.ts";
import type { Rule } from "./linter.ts";

const parts = ["documented", "observed", "decision"];

/** An `x-discrepancy` says what is documented, what was observed, and what the contract decides. */
export const discrepancy: Rule = () =>
  wherever("x-discrepancy", (value, place, { report }) => {
    const found = typeof value === "object" && value !== null ? Object.entries(value) : [];
    const hasForm =
      found.length === parts.length &&
      found.every(([key, text]) => parts.includes(key) && typeof text === "string" && text.trim() !== "");
    if (hasForm) return;
    report({
      message: `\`x-discrepancy\` has exactly ${parts.map((part) => `\`${part}\``).join(", ")}, each a text. Write these three.`,
      location: place,
    });
  });

/** A type that is wider than the documented one says why. */
export const loosenedType: Rule = () => ({
  Schema(schema, { location, report }) {
    if (!Array.isArray(schema.type) || "x-discrepancy" in schema) return;
    const types = schema.type.filter((type) => type !== "null");
    if (types.length < 2) return;
    report({
      message: `The type is loosened to ${types.join(" or ")}, and nothing says why. Say it in an \`x-discrepancy\` beside it.`,
      location: location.child("type"),
    });
  },
});
