/** Colours, or none where they are not wanted. */
export interface Palette {
  dim: (text: string) => string;
  cyan: (text: string) => string;
  green: (text: string) => string;
  red: (text: string) => string;
}

/** Colours for a terminal; none for a pipe or a file, nor where NO_COLOR is set. */
export function paletteOf(
  { isTTY }: { isTTY?: boolean },
  { NO_COLOR }: NodeJS.ProcessEnv = process.env,
): Palette {
  const has = isTTY === true && !NO_COLOR;
  const paint =
    (code: number) =>
    (text: string): string =>
      has ? `\u001B[${code}m${text}\u001B[39;22m` : text;
  return { dim: paint(2), cyan: paint(36), green: paint(32), red: paint(31) };
}
