/** Refuses an argument in one line. Without `value` it is not shown: it may be a secret in the wrong place. */
export function badArgument(caller: string, name: string, mend: string, ...value: [unknown?]): never {
  const found = value.length > 0 ? `; got ${show(value[0])}` : "";
  throw new TypeError(`${caller}: ${name}: ${mend}${found}`);
}

function show(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
