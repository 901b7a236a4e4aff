import { isDeepStrictEqual } from "node:util";

/** Runs each once, and gives what all of them give. Throws when one gives something else: it does other work. */
export async function allEqual<T>(works: Record<string, () => T | Promise<T>>): Promise<NonNullable<T>> {
  const [[name, first], ...others] = (await Promise.all(
    Object.entries(works).map(async ([name, work]) => [name, await work()] as const),
  )) as [[string, T], ...[string, T][]];
  if (first === undefined || first === null) throw new Error(`${name} gives nothing`);
  for (const [other, result] of others) {
    if (!isDeepStrictEqual(result, first)) throw new Error(`${other} gives something else than ${name} does`);
  }
  return first;
}
