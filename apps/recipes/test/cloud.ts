import type { EncryptionTask } from "@mpc-contract/client";
import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
import { vi } from "vitest";

export const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";

type Fetch = (request: Request) => Promise<Response>;

/**
 * Puts the emulator where the cloud is, and its access key into the environment: recipes name a region and the
 * usual variables, as an application does. All else goes to the network.
 *
 * @param gateway Answers in place of the emulator, or lets it answer.
 * @returns The requests that reached the cloud.
 */
export function standInForTheCloud(
  tasks: readonly EncryptionTask[],
  gateway: (request: Request, next: Fetch) => Promise<Response> = async (request, next) => next(request),
): Request[] {
  const emulator = createEmulator({ seed: { tasks: { [projectId]: tasks } }, limits: false });
  const network = globalThis.fetch;
  const seen: Request[] = [];
  vi.stubEnv("HUAWEICLOUD_SDK_AK", emulatorCredentials.accessKey);
  vi.stubEnv("HUAWEICLOUD_SDK_SK", emulatorCredentials.secretKey);
  vi.stubGlobal("fetch", async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (new URL(request.url).host !== "mpc.cn-north-4.myhuaweicloud.com") return network(request);
    seen.push(request);
    const response = await gateway(request, emulator.fetch);
    // A gateway says what time it is.
    response.headers.set("Date", new Date().toUTCString());
    return response;
  });
  return seen;
}

/** A gateway that lets nobody through for an hour. */
export const throttling = async (): Promise<Response> =>
  Response.json(
    { error_code: "APIGW.0308", error_msg: "The throttling threshold has been reached." },
    { status: 429, headers: { "Retry-After": "3600" } },
  );

/** Takes all of that away again. */
export function leaveTheCloud(): void {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  // A recipe may keep a client: the next test loads it anew.
  vi.resetModules();
}
