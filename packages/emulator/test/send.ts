import type { EncryptionTask, EncryptionTaskRequest } from "@mpc-contract/client";
import { type Emulator, emulatorToken } from "../src/index.ts";

/** The bodies of all answers, as far as tests look at them. */
export interface Body {
  task_array: EncryptionTask[];
  is_truncated: number;
  total: number;
  task_id: number;
  error_code: string;
}

/** Sends a request to project `p` with the emulator's token, and gives status and body of the answer. */
export async function send(
  { fetch }: Pick<Emulator, "fetch">,
  method: string,
  query = "",
  body?: unknown,
  origin = "http://emulator",
): Promise<[number, Body]> {
  const response = await fetch(`${origin}/v1/p/encryptions${query}`, {
    method,
    headers: {
      "X-Auth-Token": emulatorToken,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return [response.status, (text === "" ? undefined : JSON.parse(text)) as Body];
}

/** A task to create. */
export const order: EncryptionTaskRequest = {
  input: { bucket: "b", location: "cn-north-4", object: "a/index.m3u8" },
  output: { bucket: "b", location: "cn-north-4", object: "out" },
  encryption: {
    hls_encrypt: {
      key: "AAECAwQFBgcICQoLDA0ODw==",
      url: "https://keys.example.com/1",
      iv: "EBESExQVFhcYGRobHB0eHw==",
      algorithm: "AES-128-CBC",
    },
  },
};
