import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand, startCommand } from "./command.ts";
import { order, send } from "./send.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "emulator-command-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test("says where it listens, gives a line to paste, and ends when told to", async () => {
  const { end, stderr, stdout, url } = await startCommand();
  const [, header = "", value = "", address = ""] = /curl -H '([\w-]+): (\S+)' '(\S+)'/.exec(stdout()) ?? [];
  const response = await fetch(address, { headers: { [header]: value } });
  expect(await response.json()).toMatchObject({ task_array: [{ task_id: 31207, status: "SUCCEEDED" }] });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  // Nothing but text for who is no terminal.
  expect(stdout()).not.toContain("\u001B");
  expect(await end("SIGINT")).toBe(0);
  expect(stderr()).toBe("");
});

test("its help names every option", async () => {
  const { code, stdout } = await runCommand("--help");
  expect(code).toBe(0);
  for (const option of [
    "port",
    "host",
    "seed",
    "store",
    "buckets",
    "auth",
    "speed",
    "limits",
    "faults",
    "control",
    "journal",
    "help",
  ]) {
    expect(stdout).toContain(`  --${option} `);
  }
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThan(120);
});

test("takes a seed, faults, a speed, and prints a journal", async () => {
  const seed = file("seed.json", {
    tasks: { p: [{ task_id: 7, status: "FAILED" }] },
    tokens: [{ token: "emulator-token" }, { token: "secret-token" }],
  });
  const faults = file("faults.json", [{ operation: "cancelEncryptionTask", error: "throttled", count: 1 }]);
  const options = ["--seed", seed, "--faults", faults, "--speed", "instant", "--journal", "--limits", "off"];
  const { end, stdout, url } = await startCommand(...options);
  const origin = { fetch };
  expect(await send(origin, "POST", "", order, url)).toEqual([202, { task_id: 8 }]);
  expect(await send(origin, "DELETE", "?task_id=7", undefined, url)).toMatchObject([429, {}]);
  expect(await send(origin, "GET", "?task_id=7&task_id=8", undefined, url)).toMatchObject([
    200,
    { task_array: [{ status: "FAILED" }, { status: "SUCCEEDED" }] },
  ]);
  await send(origin, "GET", "?size=0", undefined, url);
  await end("SIGTERM");
  expect(stdout()).toMatch(/\n\d\d:\d\d:\d\d\.\d{3} 202 POST {3}\/v1\/p\/encryptions\n/);
  expect(stdout()).toMatch(
    / 429 DELETE \/v1\/p\/encryptions\?task_id=7 {2}APIGW\.0308; fault \{.*"throttled"/,
  );
  expect(stdout()).toMatch(
    / 400 GET {4}\/v1\/p\/encryptions\?size=0 {2}MPC\.10202; .*size: expected at least 1, found 0/,
  );
  expect(stdout()).not.toContain("secret-token");
});

test("finishes the requests that have come, and takes no more", async () => {
  const faults = file("slow.json", [{ delay: 700 }]);
  const { end, url } = await startCommand("--faults", faults);
  const asking = send({ fetch }, "GET", "", undefined, url);
  await sleep(200);
  const ending = end("SIGINT");
  await sleep(100);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  expect((await asking)[0]).toBe(200);
  expect(await ending).toBe(0);
});

test("keeps its tasks in a file, which is one process's at a time", async () => {
  const store = join(folder, "tasks.sqlite");
  const first = await startCommand("--store", store);
  await send({ fetch }, "POST", "", { ...order, user_data: "kept" }, first.url);
  const other = await runCommand("--port", "0", "--store", store);
  expect(other).toEqual({
    code: 2,
    stdout: "",
    stderr: `mpc-emulator: --store: ${store} cannot be opened: another process has it open\nmpc-emulator --help says what there is.\n`,
  });
  await first.end("SIGINT");
  const second = await startCommand("--store", store);
  const [, { task_array }] = await send({ fetch }, "GET", "", undefined, second.url);
  expect(task_array).toMatchObject([{ user_data: "kept" }]);
  await second.end("SIGINT");
});

test("a port that is taken is an error in one line", async () => {
  const blocker = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => {
    blocker.once("listening", resolve);
  });
  const { port } = blocker.address() as AddressInfo;
  const { code, stderr } = await runCommand("--port", String(port));
  blocker.close();
  expect([code, stderr]).toEqual([
    2,
    "mpc-emulator: that port is taken: give another with --port, or 0 for a free one\nmpc-emulator --help says what there is.\n",
  ]);
});

test.each<[string[], string]>([
  [["--bogus"], "Unknown option '--bogus'"],
  [["--port", "x"], '--port: "x" is no port: give a whole number from 0 to 65535'],
  [["--port", "65536"], '--port: "65536" is no port: give a whole number from 0 to 65535'],
  [["--speed", "-1"], "Option '--speed' argument is ambiguous"],
  [["--auth", "none"], '--auth: "none" is neither strict nor loose'],
  [["--limits", "5"], '--limits: "5" is neither on nor off'],
  [["--speed=-1"], '--speed: "-1" is neither a number above 0 nor instant'],
  [["--host", ""], "--host: give a name or an address"],
  [["--cors", "docs.example"], '--cors: "docs.example" is no origin: give one such as https://docs.example'],
  [["--store", ""], "--store: give memory, a file, or postgres://…"],
  [["--buckets", "nowhere"], "--buckets: nowhere is no folder"],
  [["--seed", "nowhere.json"], "--seed: nowhere.json cannot be read (ENOENT)"],
  [["--host", "256.1.1.1", "--port", "0"], "--host, --port: getaddrinfo ENOTFOUND 256.1.1.1"],
])("%j is an error in one line", async (args, reason) => {
  const { code, stderr, stdout } = await runCommand(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^mpc-emulator: .*\nmpc-emulator --help says what there is\.\n$/);
  expect(stderr).toContain(reason);
});

test.each<[string, unknown, string]>([
  ["--seed", "{", "seed: "],
  ["--seed", { tasks: { p: [{ task_id: 1 }] } }, 'tasks.p[0]: status: expected "status", found nothing'],
  ["--faults", [{ status: 99 }], "[0].status: Invalid value: Expected >=200 but received 99"],
])("%s with a file that says %j is an error in one line", async (option, content, reason) => {
  const path = file("wrong.json", content);
  const { code, stderr } = await runCommand(option, path);
  expect(code).toBe(2);
  expect(stderr).toContain(`mpc-emulator: ${option}: ${path}: `);
  expect(stderr.split("\n")).toHaveLength(3);
  if (typeof content !== "string") expect(stderr).toContain(reason);
});

test.each([
  ["postgres://user:hunter2@127.0.0.1:1/none", "PostgreSQL at 127.0.0.1:1/none cannot be opened"],
  ["postgres://user:p@hunter2@127.0.0.1:1/none", "PostgreSQL at 127.0.0.1:1/none cannot be opened"],
  ["POSTGRES://user:hunter2@127.0.0.1:1/none", "PostgreSQL at 127.0.0.1:1/none cannot be opened"],
  ["postgres://127.0.0.1:1/none?user=a&password=hunter2", "PostgreSQL at 127.0.0.1:1/none cannot be opened"],
  ["postgres://user:p/hunter2@127.0.0.1:1/none", "cannot be opened"],
  ["mysql://user:hunter2@127.0.0.1/none", "of databases there is postgres:// alone"],
])("the password of %s is shown to nobody", async (store, reason) => {
  const { code, stderr, stdout } = await runCommand("--port", "0", "--store", store);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain("hunter2");
});

test("does not wait for a request that does not arrive", async () => {
  const { end, url } = await startCommand();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write("POST /v1/p/encryptions HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
  await sleep(100);
  const begin = performance.now();
  expect(await end("SIGINT")).toBe(0);
  expect(performance.now() - begin).toBeLessThan(5000);
});
