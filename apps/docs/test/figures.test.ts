import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMpcClient, TimeoutError } from "@mpc-contract/client";
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";
import { dist } from "./pages.ts";

// What the guides say of the times of the client is held against what it does, on a clock that is turned by hand.
beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The figures of a sentence of a guide. */
function figures(guide: string, sentence: RegExp): number[] {
  const text = readFileSync(join(dist, `guides/${guide}/index.md`), "utf8").replaceAll("\n", " ");
  const [, ...found] = sentence.exec(text) ?? [];
  return found.map(Number);
}

function clientOf(fetch: (request: Request) => Promise<Response>) {
  const credentials = { token: emulatorToken };
  return createMpcClient({ endpoint: "http://emulator", projectId: "any", credentials, fetch });
}

/** Lets a call come to its end. Gives its error, and how long it took, in milliseconds. */
async function endOf(call: Promise<unknown>): Promise<{ error: unknown; took: number }> {
  const begun = Date.now();
  const end = call.then(
    () => ({ error: undefined, took: Date.now() - begun }),
    (error: unknown) => ({ error, took: Date.now() - begun }),
  );
  await vi.runAllTimersAsync();
  return end;
}

test("how long a call takes at most, and how often it is sent again", async () => {
  const says = /A call takes (\d+) seconds at most, and is sent again up to (\d+) times/;
  const [seconds = 0, times = 0] = figures("errors", says);
  const silent = clientOf(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      }),
  );
  const { error, took } = await endOf(silent.encryptions.get("1"));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(took).toBe(seconds * 1000);

  const emulator = createEmulator({ faults: [{ error: "system-error" }] });
  await endOf(clientOf(emulator.fetch).encryptions.get("31207"));
  expect(emulator.journal).toHaveLength(1 + times);
});

test("when a task is looked at, and how long it is waited for", async () => {
  // The pauses are drawn at random: these are the longest.
  vi.spyOn(Math, "random").mockReturnValue(0);
  const says = /again within (\d+) second, .*? up to (\d+) seconds\. It gives up after (\d+) minutes/;
  const [first, longest, minutes = 0] = figures("waiting", says);
  // Its own clock stands still, so that the task does not end; for the same reason it cannot count calls a minute.
  const emulator = createEmulator({ clock: new Date(), limits: false });
  const looks: number[] = [];
  const { encryptions } = clientOf((request) => {
    if (request.method === "GET") looks.push(Date.now());
    return emulator.fetch(request);
  });
  const bucket = { bucket: "any", location: "cn-north-4" };
  const id = await encryptions.create({
    input: { ...bucket, object: "a.m3u8" },
    output: { ...bucket, object: "b" },
    encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "https://keys.example.com" } },
  });
  const begun = Date.now();
  const { error, took } = await endOf(encryptions.waitFor(id));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(took).toBe(minutes * 60_000);
  expect(looks[0]).toBe(begun);
  const pauses = looks.slice(1).map((look, index) => (look - (looks[index] ?? 0)) / 1000);
  expect([pauses[0], Math.max(...pauses)]).toEqual([first, longest]);
});
