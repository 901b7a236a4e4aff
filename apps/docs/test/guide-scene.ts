// Loaded before a block of a guide: the emulator where the cloud is, and the names that guides take for granted.
import {
  createMpcClient,
  type Credentials,
  type EncryptionTaskRequest,
  formatTimestamp,
  type MpcClient,
} from "@mpc-contract/client";
import { createEmulator, emulatorToken } from "@mpc-contract/emulator";

declare global {
  /** A client of a project with 250 tasks. */
  var mpc: MpcClient;
  var projectId: string;
  var otherProjectId: string;
  var credentials: Credentials;
  var film: EncryptionTaskRequest;
}

globalThis.projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
globalThis.otherProjectId = "another-project";
globalThis.credentials = { token: emulatorToken };
globalThis.film = {
  input: { bucket: "films", location: "cn-north-4", object: "in/film-1/index.m3u8" },
  output: { bucket: "films", location: "cn-north-4", object: "out/film-1" },
  encryption: { hls_encrypt: { key: "AAECAwQFBgcICQoLDA0ODw==", url: "https://keys.example.com/film-1" } },
};

const hour = 3_600_000;
const began = Date.now();
/** When it is, in the guides. */
const now = Date.parse("2026-11-23T12:00:00Z");
/** 250 tasks, one each hour, every tenth of which has failed. */
const tasks = Array.from({ length: 250 }, (_, index) => ({
  task_id: String(31_456 - index),
  status: index % 10 === 4 ? "FAILED" : "SUCCEEDED",
  create_time: formatTimestamp(new Date(now - (index + 1) * hour)),
  ...(index % 10 === 4 && { description: "The input file does not exist." }),
}));
const emulator = createEmulator({
  clock: () => new Date(now + Date.now() - began),
  seed: { tasks: { [projectId]: tasks } },
  speed: 20,
});
globalThis.fetch = async (input, init) => emulator.fetch(new Request(input, init));
globalThis.mpc = createMpcClient({ region: "cn-north-4", projectId, credentials });
