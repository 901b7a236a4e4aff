import type { ParseArgsOptionsConfig } from "node:util";
import type { Palette } from "../report/terminal.ts";
import { UsageError } from "./usage-error.ts";

/** What a command is given. */
export interface Input {
  api: string | undefined;
  files: string[];
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
}

/** Where a command writes. */
interface Output {
  palette: Palette;
  /** Writes lines to the standard output. */
  write: (text: string) => void;
  /** Shows on a terminal how far a long work is. */
  progress: (text: string) => void;
}

export interface Command {
  summary: string;
  usage: string;
  options: ParseArgsOptionsConfig;
  /** How many arguments it takes; one or more files when absent. */
  takes?: "nothing" | "one";
  /** @returns The exit code: 0 when all is well, 1 on findings. */
  run: (input: Input, output: Output) => Promise<number>;
}

/** Reads a percentage, 100 when there is none. */
export function readFloor(value: Input["values"][string]): number {
  const floor = Number(value ?? 100);
  if (value === "" || !(floor >= 0 && floor <= 100))
    throw new UsageError(`--floor: ${JSON.stringify(value)} is no number from 0 to 100`);
  return floor;
}
