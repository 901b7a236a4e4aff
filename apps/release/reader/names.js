// What the blocks of a README take from the text around them: names, and a cloud, which is the emulator.
import * as client from "@mpc-contract/client";
import { createEmulator, emulatorCredentials, emulatorToken } from "@mpc-contract/emulator";
import * as testing from "@mpc-contract/testing";
import * as validator from "@mpc-contract/validator";

const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const { accessKey, secretKey } = emulatorCredentials;
const url = `http://cloud/v1/${projectId}/encryptions?task_id=31207`;
const headers = { "X-Auth-Token": emulatorToken };
const request = new Request(url, { headers });

process.env.HUAWEICLOUD_SDK_AK = accessKey;
process.env.HUAWEICLOUD_SDK_SK = secretKey;
globalThis.fetch = createEmulator({ speed: "instant" }).fetch;
const answer = await fetch(request);
Object.assign(globalThis, client, testing, validator, {
  accessKey,
  credentials: emulatorCredentials,
  headers,
  key: Buffer.alloc(16).toString("base64"),
  mpc: client.createMpcClient({ region: "cn-north-4", projectId, credentials: emulatorCredentials }),
  otherProjectId: projectId,
  password: "password",
  projectId,
  request,
  response: { status: answer.status, headers: answer.headers, body: await answer.json() },
  secretKey,
  token: emulatorToken,
  url,
});
