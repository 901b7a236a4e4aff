// What every runtime does with the installed client. Gives what the tests compare.
import { createMpcClient, parseTimestamp } from "@mpc-contract/client";
import { signRequest } from "@mpc-contract/client/sign";

export async function run({ accessKey, endpoint, projectId, secretKey }) {
  const mpc = createMpcClient({ endpoint, projectId, credentials: { accessKey, secretKey } });
  const task = await mpc.encryptions.get("31207");
  const all = [];
  for await (const { task_id } of mpc.encryptions.list()) all.push(task_id);
  const missing = await mpc.encryptions.get("999").catch((error) => error.name);
  const late = await mpc.encryptions
    .get("31207", { signal: AbortSignal.abort("late") })
    .catch((error) => [error.name, error.cause]);
  const created = parseTimestamp(task.create_time).toISOString();
  return { status: task.status, created, all, missing, late, signature: await signVector() };
}

// The request whose signature the vendor publishes.
async function signVector() {
  const url =
    "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0";
  const request = new Request(url, { headers: { "Content-Type": "application/json" } });
  const key = { accessKey: "QTWAOYTTINDUT2QVKYUC", secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" };
  const signed = await signRequest(request, key, { date: new Date("2019-11-15T03:36:55Z") });
  return signed.headers.get("Authorization").split("Signature=")[1];
}
