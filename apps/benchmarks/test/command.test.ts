import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { benchmarks } from "../src/benchmarks.ts";

const app = fileURLToPath(new URL("../", import.meta.url));
const names = Object.keys(benchmarks);

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return spawn(process.execPath, [join(app, "src/main.ts"), ...args], {
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

async function ended(child: ChildProcess): Promise<{ code: number; out: string; err: string }> {
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, "close") as Promise<[number]>,
  ]);
  return { code, out, err };
}

/** What of the results is published, and when it was written. */
const published = (): unknown[] =>
  ["RESULTS.md", "results.json", "plots"].map((name) => {
    const path = join(app, name);
    return existsSync(path) && statSync(path).mtimeMs;
  });

test("a benchmark that there is not is an error in one line that names those there are", async () => {
  const { code, err, out } = await ended(start(["signing", "nonsense"]));
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  for (const word of ["nonsense", ...names]) expect(err).toContain(word);
});

test("--help says what there is", async () => {
  const { code, err, out } = await ended(start(["--help"]));
  expect(code).toBe(0);
  expect(err).toBe("");
  for (const word of ["--quick", ...names]) expect(out).toContain(word);
});

test("a quick run says in a line that it was done, without colours to who is no terminal, and leaves what is published alone", async () => {
  const before = published();
  const begin = Date.now();
  const { code, err, out } = await ended(start(["signing", "--quick"]));
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/^ {2}signing: 1 table, [\d.]+ s\nWritten: /);
  expect(out).not.toContain("\u001B");
  expect(published()).toEqual(before);
  for (const name of ["RESULTS.md", "results.json", "plots/signing.svg"]) {
    const path = join(app, "dist/quick", name);
    expect(statSync(path).mtimeMs).toBeGreaterThanOrEqual(begin - 1);
    expect(readFileSync(path, "utf8")).toContain("the two hashes alone");
  }
});

test("Ctrl-C writes nothing, and leaves neither a process nor a file", async () => {
  const temporary = mkdtempSync(join(tmpdir(), "command-"));
  try {
    const before = published();
    // This one starts processes of its own, and goes on for longer than the test may.
    const child = start(["checks"], { TMPDIR: temporary });
    const end = ended(child);
    const [running] = await untilThereAre(() => processesBelow(child.pid!));
    const below = await untilThereAre(() => processesBelow(running!));
    // To all of its group, as a terminal does.
    process.kill(-child.pid!, "SIGINT");
    const { code, err } = await end;
    expect(code).toBe(1);
    expect(err).toContain("nothing was written");
    expect(published()).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
    const left = new Set(processes().map(({ pid }) => pid));
    expect([running!, ...below].filter((pid) => left.has(pid))).toEqual([]);
  } finally {
    rmSync(temporary, { recursive: true });
  }
});

async function untilThereAre(find: () => number[]): Promise<number[]> {
  for (;;) {
    const found = find();
    if (found.length > 0) return found;
    await sleep(20);
  }
}

function processesBelow(parent: number): number[] {
  return processes()
    .filter(({ above }) => above === parent)
    .map(({ pid }) => pid);
}

/** All that run. One that is dead, and that nobody has asked about yet, does not. */
function processes(): { pid: number; above: number }[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => state?.startsWith("Z") === false)
    .map(([pid, above]) => ({ pid: Number(pid), above: Number(above) }));
}
