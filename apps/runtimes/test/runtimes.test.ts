import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
import { type EmulatorServer, startServer } from "@mpc-contract/emulator/server";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { engine, installEngines, requireEngine } from "./engines.ts";
import { installClient } from "./installed.ts";

const run = promisify(execFile);
const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const expected = {
  status: "SUCCEEDED",
  created: "2020-11-19T10:39:52.000Z",
  all: ["31207"],
  missing: "TaskNotFoundError",
  late: ["AbortError", "late"],
  signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
};

let folder: string;
let server: EmulatorServer;
let settings: object;

beforeAll(async () => {
  server = await startServer(createEmulator(), { port: 0 });
  settings = { ...emulatorCredentials, endpoint: server.url, projectId };
  [{ folder }] = await Promise.all([installClient(), installEngines()]);
}, 300_000);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What a program prints that is run by a command, as JSON. */
async function printed(command: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await run(command, [...args, JSON.stringify(settings)], { cwd: folder });
  return JSON.parse(stdout);
}

describe.each(["node20", "node22", "node24", "node26"])("%s", (version) => {
  const node = engine(`${version}/bin/node`);

  test("runs what imports the client", async () => {
    expect(await printed(node, "command.js")).toEqual(expected);
  });

  test("runs what requires it", async () => {
    expect(await printed(node, "required.cjs")).toEqual({ status: "SUCCEEDED", signRequest: "function" });
  });
});

test("bun", async () => {
  expect(await printed(engine(".bin/bun"), "command.js")).toEqual(expected);
});

test("deno", async () => {
  expect(await printed(engine(".bin/deno"), "run", "--allow-all", "command.js")).toEqual(expected);
});

/** Bundles a program with the client, under the conditions of a runtime. */
async function bundle(program: string, conditions: string[]): Promise<string> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(folder, program)],
    bundle: true,
    format: "esm",
    conditions,
    write: false,
    metafile: true,
  });
  const files = Object.keys(metafile.inputs).map((path) => path.split("/").at(-1));
  expect(files).toContain("digest-web.js");
  expect(files).not.toContain("digest-node.js");
  return outputFiles[0]!.text;
}

test("workerd", async () => {
  const script = await bundle("worker.js", ["workerd", "worker", "browser"]);
  const { Miniflare } = requireEngine("miniflare") as {
    Miniflare: new (options: object) => {
      dispatchFetch: (url: string) => Promise<{ json: () => Promise<unknown> }>;
      dispose: () => Promise<void>;
    };
  };
  const worker = new Miniflare({
    modules: true,
    script,
    bindings: settings,
    compatibilityDate: "2026-01-01",
  });
  try {
    expect(await (await worker.dispatchFetch("http://worker/")).json()).toEqual(expected);
  } finally {
    await worker.dispose();
  }
});

test("chromium", async () => {
  const script = await bundle("page.js", ["browser"]);
  const { fetch } = createEmulator();
  // The page and the endpoint have one origin, as behind a proxy.
  const origin = createServer(async (incoming, outgoing) => {
    const url = `http://${incoming.headers.host}${incoming.url}`;
    if (incoming.url === "/") {
      outgoing.setHeader("Content-Type", "text/html");
      outgoing.end('<!doctype html><script type="module" src="/page.js"></script>');
    } else if (incoming.url === "/page.js") {
      outgoing.setHeader("Content-Type", "text/javascript");
      outgoing.end(script);
    } else {
      const response = await fetch(url, { headers: incoming.headers as Record<string, string> });
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    }
  });
  await new Promise<void>((resolve) => {
    origin.listen(0, "127.0.0.1", resolve);
  });
  const unpacked = await mkdtemp(join(tmpdir(), "browser-"));
  const browser = await launchBrowser(unpacked);
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(origin.address() as AddressInfo).port}/`);
    const { endpoint: _, ...given } = settings as { endpoint: string };
    const result = await page.evaluate(async (given) => {
      const { run } = globalThis as { run?: (settings: object) => Promise<unknown> };
      return run!(given);
    }, given);
    expect(result).toEqual(expected);
  } finally {
    await browser.close();
    origin.close();
    await rm(unpacked, { recursive: true });
  }
});
