import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

interface Started {
  child: ChildProcess;
  /** All that was printed so far. */
  printed: () => string;
  /** Waits until `text` is printed. */
  until: (text: string) => Promise<void>;
  /** Waits for the end. */
  ended: Promise<number | null>;
}

function start(...flags: string[]): Started {
  const child = spawn(process.execPath, [main, ...flags], { env: { ...process.env, NO_COLOR: "1" } });
  started.push(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    printed: () => printed,
    async until(text) {
      while (!printed.includes(text)) {
        const over = await Promise.race([
          ended.then(() => true),
          once(child.stdout, "data").then(() => false),
        ]);
        if (over && !printed.includes(text)) throw new Error(`ended without "${text}":\n${printed}`);
      }
    },
    ended,
  };
}

async function take(port: number): Promise<Server | undefined> {
  const server = createServer();
  const taken = new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
  });
  return (await taken) ? server : undefined;
}

test("--once prints task 31207 as a table and ends", async () => {
  const { ended, printed } = start("--", "--once");
  expect(await ended).toBe(0);
  expect(printed()).toMatch(/^ {2}task_id +31207$/m);
  expect(printed()).toMatch(/^ {2}status +SUCCEEDED$/m);
  expect(printed()).toMatch(/^ {2}input\.object +encrypt\/m3u8\/index\.m3u8$/m);
  expect(printed()).not.toContain("\u001b");
});

test("serves endpoint and docs until Ctrl-C, and then leaves both ports free", async () => {
  const { child, ended, printed, until } = start();
  await until("Ctrl-C");
  const [, endpoint] = /Endpoint {2}(\S+)/.exec(printed())!;
  const [, docs] = /Docs {6}(\S+)/.exec(printed())!;
  expect(await (await fetch(docs!)).text()).toContain("<html");
  const admitted = await fetch(endpoint!, { headers: { Origin: docs! } });
  expect(admitted.headers.get("access-control-allow-origin")).toBe(docs);
  const missing = await fetch(`${docs!}/nothing`);
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining("<html")]);

  const [, curl] = /^ +(curl .*)$/m.exec(printed())!;
  const { stdout } = await promisify(execFile)("sh", ["-c", `${curl!} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({ task_array: [{ task_id: 31207 }] });

  child.kill("SIGINT");
  expect(await ended).toBe(0);
  for (const url of [endpoint!, docs!]) {
    const server = await take(Number(new URL(url).port));
    expect(server?.listening).toBe(true);
    server?.close();
  }
});

test.each([
  "Building the packages",
  "✓ Building the packages",
  "✓ Asking",
  "Building the docs",
  "✓ Building the docs",
])("stops at Ctrl-C after «%s»", async (mark) => {
  const { child, ended, printed, until } = start();
  await until(mark);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(printed()).toContain("Stopped.");
});

test("says which port is taken, and takes the next", async () => {
  const server = await take(4010);
  try {
    const { ended, printed } = start("--once");
    expect(await ended).toBe(0);
    expect(printed()).toContain("Port 4010 is taken; trying 4011.");
    expect(printed()).toMatch(/^ {2}task_id +31207$/m);
  } finally {
    server?.close();
  }
});

test("ends in peace when nobody reads on", async () => {
  const command = `"${process.execPath}" "${main}" --once | head -1`;
  const { stderr, stdout } = await promisify(execFile)("sh", ["-c", command]);
  expect(stdout).toContain("Building the packages");
  expect(stderr).toBe("");
});

test("what it does not know it says in one line", async () => {
  const { ended, printed } = start("--twice");
  expect(await ended).toBe(2);
  expect(printed()).toBe("start: Unknown option '--twice'. It takes --once and --help.\n");
});
