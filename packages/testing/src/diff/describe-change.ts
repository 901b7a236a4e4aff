/** A change, as `redocly diff --format json` tells it. */
export interface ReportedChange {
  path: string;
  /** `added`, `removed` or `modified`. */
  kind: string;
  typeName: string;
  /** What of the thing at `path`; the thing itself when absent. */
  property?: string;
  base?: { pointer: string; value?: unknown };
  revision?: { pointer: string; value?: unknown };
}

/** Says in words what changed, for a change that no rule of `redocly diff` has words for. */
export function describeChange(change: ReportedChange): string {
  const { base, property, revision } = change;
  const from = base?.value;
  const to = revision?.value;
  const subject = property === undefined ? nameOf(change) : nameOfProperty(change, property);
  if (from === undefined && to !== undefined) return `${subject} was added.`;
  if (to === undefined && from !== undefined) return `${subject} was removed.`;
  return isShort(from) && isShort(to)
    ? `${subject} changed from ${code(from)} to ${code(to)}.`
    : `${subject} changed.`;
}

function nameOf({ base, path, revision, typeName }: ReportedChange): string {
  const key = lastKey(path);
  if (!/^\d+$/.test(key)) return `\`${key}\``;
  // What stands in a list has no name but its own.
  const { name, url } = (revision?.value ?? base?.value ?? {}) as { name?: string; url?: string };
  const own = name ?? url;
  const type = typeName.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return own === undefined ? type : `${type} \`${own}\``;
}

/** Extensions that hold something of a word of a list. */
const ofWords: Record<string, string> = {
  "x-extensible-enum": "The word",
  "x-enumDescriptions": "The description of",
};

function nameOfProperty({ path, typeName }: ReportedChange, property: string): string {
  if (typeName !== "SpecExtension") return `\`${property}\``;
  const extension = lastKey(path);
  return extension in ofWords
    ? `${ofWords[extension]} \`${property}\``
    : `\`${property}\` of \`${extension}\``;
}

/** The last key of a JSON Pointer. */
export function lastKey(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf("/") + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

/** Whether a value fits into the sentence. */
function isShort(value: unknown): boolean {
  return value !== undefined && code(value).length <= 40;
}

function code(value: unknown): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
