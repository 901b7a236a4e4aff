/** Refuses an argument in one line. Its value is not shown: it may be a secret in the wrong place. */
export function badArgument(caller: string, name: string, mend: string): never {
  throw new TypeError(`${caller}: ${name}: ${mend}`);
}

/** Refuses an argument that is no secret wherever it stands, and shows it. */
export function badValue(caller: string, name: string, mend: string, value: unknown): never {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  badArgument(caller, name, `${mend}; got ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`);
}
