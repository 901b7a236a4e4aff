import { emulatorToken } from "../credentials.ts";
import { tasks } from "../generated/seed.ts";
import { exampleId, headers, listPath, rateLimit } from "../generated/wire.ts";
import type { Command } from "./options.ts";
import type { Palette } from "./palette.ts";

/** What a person reads when the emulator listens: where, how it is, and what to type. */
export function banner(
  url: string,
  { buckets, emulator, storeName }: Command,
  { cyan, dim }: Palette,
): string {
  const { auth = "strict", control, limits = true, seed = {}, speed = 1 } = emulator;
  const rows: [string, string][] = [
    ["Endpoint", cyan(url)],
    ["Store", storeName],
    ["Buckets", buckets ?? "none: tasks are simulated (--buckets DIR encrypts)"],
    ["Speed", speed === "instant" ? speed : `${speed}×`],
    ["Auth", auth === "loose" ? "loose: any credentials" : "strict"],
    ["Limits", limits ? `${rateLimit.calls} calls in ${rateLimit.window} for each project` : "none"],
  ];
  if (control) rows.push(["Control", `${url}/_emulator`]);
  const lines = rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  return `${lines.join("\n")}\n\n  ${curlLine(url, seed)}\n\n  ${dim("Ctrl-C ends it.")}`;
}

/** A line to paste that gets an answer. */
function curlLine(url: string, seed: NonNullable<Command["emulator"]["seed"]>): string {
  const all = Object.entries(seed.tasks ?? tasks);
  const isExample = ({ task_id }: { task_id: string | number }): boolean => task_id === exampleId;
  const [project = "my-project", list = []] = all.find(([, list]) => list.some(isExample)) ?? all[0] ?? [];
  const id = (list.find(isExample) ?? list[0])?.task_id;
  // A token that was given is shown to nobody.
  const token = seed.tokens ? "TOKEN" : emulatorToken;
  const query = id === undefined ? "" : `?task_id=${id}`;
  return `curl -H '${headers.token}: ${token}' '${url}${listPath.replace(/\{.*?\}/, project)}${query}'`;
}
