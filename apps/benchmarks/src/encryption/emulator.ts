import { createMpcClient } from "@mpc-contract/client";
import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
import { bucketsIn } from "@mpc-contract/emulator/node";
import { bucketName } from "./film.ts";

export const hlsEncrypt = {
  key: "AAECAwQFBgcICQoLDA0ODw==",
  iv: "EBESExQVFhcYGRobHB0eHw==",
  url: "https://keys.example.com/1",
  algorithm: "AES-128-CBC",
} as const;

/** Encrypts the film below a folder of buckets into an object's folder, by a task as a program creates it. */
export async function encryptByEmulator(root: string, output: string): Promise<void> {
  await using emulator = createEmulator({
    seed: { tasks: {} },
    speed: "instant",
    limits: false,
    encrypt: bucketsIn(root),
  });
  const mpc = createMpcClient({
    endpoint: "http://emulator",
    projectId: "p",
    credentials: emulatorCredentials,
    fetch: emulator.fetch,
  });
  const place = { bucket: bucketName, location: "cn-north-4" };
  const id = await mpc.encryptions.create({
    input: { ...place, object: "in/index.m3u8" },
    output: { ...place, object: output },
    encryption: { hls_encrypt: hlsEncrypt },
  });
  await emulator.idle();
  const { description = "The task is not done", status } = await mpc.encryptions.get(id);
  if (status !== "SUCCEEDED") throw new Error(description);
}
