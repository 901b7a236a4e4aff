// What does a signature cost, beside the two hashes that it cannot do without?
import { createHash, createHmac } from "node:crypto";
import vector from "@mpc-contract/openapi/signing-vector.json" with { type: "json" };
import { signRequest } from "../dist/sign.js";
import { sign } from "../dist/signature.js";
import { median } from "./loopback.ts";

const { accessKey, secretKey } = vector;
const key = { accessKey, secretKey };
const url =
  "https://mpc.cn-north-4.myhuaweicloud.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions?page=0&size=100&status=FAILED";
const request = new Request(url, { headers: { "X-Project-Id": "77b6a44cba5143ab91d13ab9a8ff44fd" } });
const date = new Date();
const canonical = "x".repeat(340);
const toSign = "x".repeat(97);

const ways: Record<string, () => unknown> = {
  "the two hashes": () => [
    createHash("sha256").update(canonical).digest("hex"),
    createHmac("sha256", key.secretKey).update(toSign).digest("hex"),
  ],
  "signing the headers": () => sign(request, null, key, date),
  "Request.clone": () => request.clone(),
  signRequest: () => signRequest(request, key, { date }),
};

async function microseconds(work: () => unknown): Promise<number> {
  const times = 20_000;
  const start = performance.now();
  for (let i = 0; i < times; i++) await work();
  return ((performance.now() - start) / times) * 1000;
}

const rounds: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < 9; round++) {
  for (const [name, work] of Object.entries(ways)) rounds[name]!.push(await microseconds(work));
}
const hashes = median(rounds["the two hashes"]!);
console.table(
  Object.fromEntries(
    Object.entries(rounds).map(([name, times]) => [
      name,
      { µs: median(times).toFixed(2), "of the hashes": (median(times) / hashes).toFixed(2) },
    ]),
  ),
);
