import type { Context, Place, Rule } from "./linter.ts";

/** Looks at an extension wherever it stands, be it beside a `$ref`. */
export function wherever(
  extension: `x-${string}`,
  check: (value: unknown, place: Place, context: Context) => void,
): ReturnType<Rule> {
  const look = (node: unknown, context: Context) => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const value = (node as Record<string, unknown>)[extension];
    if (value !== undefined) check(value, context.location.child(extension), context);
  };
  return { any: look, ref: look };
}
