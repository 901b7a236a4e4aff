/** Refuses an argument in one line. Its value is not shown: it may be a secret in the wrong place. */
export function badArgument(caller: string, name: string, mend: string): never {
  throw new TypeError(`${caller}: ${name}: ${mend}`);
}
