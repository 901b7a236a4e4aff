import { emulatorToken } from "../credentials.ts";
import { tasks } from "../generated/seed.ts";
import { rateLimit } from "../generated/wire.ts";
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
  const own = Object.entries(seed.tasks ?? {});
  // Of the contract's examples, that of the vendor's page.
  const [project = "my-project", list = []] = seed.tasks
    ? (own[0] ?? [])
    : (Object.entries(tasks).find(([, all]) => all.some(({ task_id }) => task_id === 31207)) ?? []);
  const id = list[0]?.task_id;
  // A token that was given is shown to nobody.
  const token = seed.tokens ? "TOKEN" : emulatorToken;
  const path = `/v1/${project}/encryptions${id === undefined ? "" : `?task_id=${id}`}`;
  return `curl -H 'X-Auth-Token: ${token}' '${url}${path}'`;
}
