// The packages with one another, as an application has them: the client asks the emulator, the validator looks on.
import { createMpcClient } from "@mpc-contract/client";
import { createEmulator, emulatorCredentials } from "@mpc-contract/emulator";
import { startServer } from "@mpc-contract/emulator/server";
import { describeFinding, validateResponse } from "@mpc-contract/validator";

const server = await startServer(createEmulator(), { port: 0 });
const findings = [];

async function watched(request) {
  const response = await fetch(request);
  const { headers, status } = response;
  const text = await response.clone().text();
  findings.push(...validateResponse({ status, headers, text }, "listEncryptionTasks"));
  return response;
}

const mpc = createMpcClient({
  endpoint: server.url,
  projectId: process.argv[2],
  credentials: emulatorCredentials,
  fetch: watched,
});
const { status } = await mpc.encryptions.get("31207");
const wrong = { status: 200, headers: { "Content-Type": "application/json" }, text: "[]" };
const noticed = validateResponse(wrong, "listEncryptionTasks").length > 0;
await server.close();

console.log(JSON.stringify({ status, findings: findings.map(describeFinding), noticed }));
