import type { Context, Place, Rule } from "./linter.ts";

function checkForm(
  code: string,
  entry: unknown,
  place: Place,
  report: Context["report"],
): string | undefined {
  const { when, statuses, message, mend, ...rest } = (entry ?? {}) as Record<string, unknown>;
  const hasForm =
    typeof when === "string" &&
    /^[a-z]+(?:-[a-z]+)*$/.test(when) &&
    Array.isArray(statuses) &&
    statuses.every(Number.isInteger) &&
    isText(message) &&
    isText(mend) &&
    Object.keys(rest).length === 0;
  if (hasForm) return when;
  report({
    message: `The error code "${code}" has exactly \`when\` (kebab-case), \`statuses\` (a list of integers), \`message\` and \`mend\`. Write these four.`,
    location: place,
  });
  return undefined;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

/** Each word of the open enum of error codes says when it is given, with which statuses and message, and how to mend it. */
export const errorCodes: Rule = () => ({
  Schema(schema, { location, report }) {
    const codes = schema["x-error-codes"];
    if (codes === undefined) return;
    const words = schema["x-extensible-enum"] ?? [];
    for (const word of words) {
      if (word in codes) continue;
      report({
        message: `The error code "${word}" is not described. Describe it in \`x-error-codes\`.`,
        location: location.child("x-error-codes"),
      });
    }
    const given = new Set<string>();
    for (const [code, entry] of Object.entries(codes)) {
      const place = location.child(["x-error-codes", code]);
      if (!words.includes(code)) {
        report({
          message: `The error code "${code}" is no word of the open enum. Add it to \`x-extensible-enum\`, or take it away here.`,
          location: place,
        });
      }
      const when = checkForm(code, entry, place, report);
      if (when !== undefined && given.has(when)) {
        report({
          message: `Two error codes are given when "${when}". Say of each when it is the one that is given.`,
          location: place.child("when"),
        });
      }
      if (when !== undefined) given.add(when);
    }
  },
});
