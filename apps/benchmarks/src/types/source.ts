import type { Calls } from "./calls.ts";

/** A file in which a client is called so many times, in another way each time, counted from `first` on. */
export function sourceOf(calls: Calls, times: number, first = 0): string {
  const lines = Array.from(
    { length: times },
    (_, index) => `export const value${index} = ${call(calls, first + index)};`,
  );
  return [calls.imports, ...lines, ""].join("\n");
}

/** The same, and then some that are wrong, each in a line of its own; and which lines those are. */
export function mistakenSourceOf(calls: Calls): { source: string; wrong: number[] } {
  const source = sourceOf(calls, 3);
  const { cancel, create, list } = calls;
  const mistakes = [list("0"), create(taskWith(`0`)), create(`{ input: ${place("in")} }`), cancel("0")];
  const wrong = mistakes.map((_, index) => source.split("\n").length + index);
  return {
    source: source + mistakes.map((call, index) => `export const wrong${index} = ${call};\n`).join(""),
    wrong,
  };
}

function call({ cancel, create, list }: Calls, index: number): string {
  const text = `"${index}"`;
  return [list(text), create(taskWith(text)), cancel(text)][index % 3]!;
}

const place = (object: string): string => `{ bucket: "b", location: "cn-north-4", object: "${object}" }`;

/** A task to create, with such user data. */
function taskWith(userData: string): string {
  return `{ input: ${place("in/index.m3u8")}, output: ${place("out")}, encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "https://localhost/key", algorithm: "AES-128-CBC" } }, user_data: ${userData} }`;
}
