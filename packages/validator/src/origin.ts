/**
 * Says where in the bundle a place of a compiled schema is written.
 *
 * @param origins From places that are written elsewhere than their parent to where that is.
 * @param place A JSON Pointer into the compiled schema.
 */
export function originOf(origins: Record<string, string>, place: string): string | undefined {
  for (let end = place.length; end >= 0; end = place.lastIndexOf("/", end - 1)) {
    const origin = origins[place.slice(0, end)];
    if (origin !== undefined) return origin + place.slice(end);
    if (end === 0) break;
  }
  return undefined;
}

/** A JSON Pointer of keys. */
export function pointer(...keys: string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
