// The code of the guide to authentication, as a reader copies it.
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { iamTokenProvider } from "@mpc-contract/client";
import { createEmulator, emulatorCredentials, emulatorToken } from "@mpc-contract/emulator";
import { environment, issuer } from "../src/contract/authentication.ts";
import { askForToken } from "../src/samples/token.ts";

const run = promisify(execFile);
const guide = await readFile(
  new URL("../src/content/docs/guides/authentication.mdx", import.meta.url),
  "utf8",
);
const programs = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
// Beside the site, so that the programs find the client as a reader's does.
const folder = fileURLToPath(new URL("../.astro/authentication/", import.meta.url));
const temporary = { accessKey: "TEMPORARY", secretKey: "temporary-secret-key", securityToken: "t" };
const iam = new URL(issuer.url.replace("{region}", "cn-north-4")).origin;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}key.json`, JSON.stringify({ ...temporary, expiresAt: "2099-01-01T00:00:00Z" }));
  await Promise.all(programs.map((code, index) => writeFile(`${folder}${index}.ts`, code)));
});

beforeEach(() => {
  vi.stubEnv("IAM_PASSWORD", "a password");
  vi.stubEnv("KEY_FILE", `${folder}key.json`);
  vi.stubEnv(environment.accessKey, emulatorCredentials.accessKey);
  vi.stubEnv(environment.secretKey, emulatorCredentials.secretKey);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(programs.map((code, index) => [index, code] as const))("program %i runs", async (index, code) => {
  const emulator = createEmulator({ seed: { accessKeys: [emulatorCredentials, temporary] } });
  vi.stubGlobal("fetch", async (input: string, init?: RequestInit) =>
    new URL(input).origin === iam
      ? Response.json({}, { status: 201, headers: { [issuer.header]: emulatorToken } })
      : emulator.fetch(new Request(input, init)),
  );
  const log = vi.spyOn(console, "log").mockReturnValue();
  await import(`${folder}${index}.ts`);
  const last = log.mock.calls.at(-1)?.join(" ");
  if (code.includes("encryptions.get")) expect(last).toBe("31207 SUCCEEDED");
  else expect(last).toMatch(/Signature=[0-9a-f]{64}$/);
});

test("the programs have no type error", async () => {
  const config = {
    extends: "../../tsconfig.json",
    // A reader's program is as strict as TypeScript's own `strict`.
    compilerOptions: { noPropertyAccessFromIndexSignature: false },
    include: ["*.ts"],
  };
  await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
  const failed = await run("tsc", ["--project", folder]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
  expect(failed).toBe("");
});

// The one tool here that is not from npm.
const noCurl = await run("curl", ["--version"]).then(
  () => false,
  () => true,
);

test.skipIf(noCurl)("the line for curl asks IAM for what the client asks for", async () => {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(JSON.parse(await text(request)));
    response.writeHead(201, { [issuer.header]: emulatorToken }).end("{}");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = askForToken();
  expect(line).toContain(`"${iam}/`);
  const { stdout } = await run("sh", ["-c", line.replace(iam, endpoint)]);
  const [, project = ""] = /"project": \{ "id": "(.*?)"/.exec(line) ?? [];
  const give = iamTokenProvider({
    endpoint,
    user: "ada",
    domain: "my-account",
    password: "a password",
    project,
  });
  await give();
  server.close();
  expect(stdout).toContain(`${issuer.header}: ${emulatorToken}`);
  expect(bodies[0]).toEqual(bodies[1]);
});
