import type { Finding } from "@mpc-contract/validator";

/** What a finding says to who is typing. */
export function wordsOf({ expected, found }: Finding): string {
  // The marks of code are for those who render Markdown.
  return `expected ${expected}, found ${found}`.replaceAll("`", "");
}

/** The input that a finding is about: the one at its place, the one that holds it, or the first within it. */
export function inputOf<T extends { name: string }>(finding: Finding, inputs: readonly T[]): T | undefined {
  const place = placeOf(finding);
  return (
    inputs.find(({ name }) => place === name || place.startsWith(`${name}/`)) ??
    inputs.find(({ name }) => name.startsWith(`${place}/`))
  );
}

/** What is missing stands in the words of a finding, and its place is that of the object that lacks it. */
function placeOf({ at, expected, rule }: Finding): string {
  return rule === "required" && expected.startsWith('"') ? `${at}/${String(JSON.parse(expected))}` : at;
}
