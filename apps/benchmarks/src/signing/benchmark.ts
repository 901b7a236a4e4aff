import { signRequest } from "@mpc-contract/client/sign";
import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { vendorCore } from "../clients/vendor-core.ts";
import { versionOf } from "../measure/installed.ts";
import { allEqual } from "../measure/all-equal.ts";
import { type Measurable, takeTurns } from "../measure/take-turns.ts";
import { microsecondsPerCall } from "../measure/time.ts";
import { prepareHashes } from "./hashes.ts";
import { date, key, url } from "./request.ts";
import { signByWebCrypto } from "./web-crypto.ts";
import { signAsVendor } from "./vendor.ts";

export const benchmark: Benchmark = {
  title: "Signing",
  question:
    "What does it cost to sign a request, beside the vendor's signer and the two hashes that nobody can do without?",
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const request = new Request(url);
  const webCrypto = await signByWebCrypto();
  const ways = {
    node: async () => (await signRequest(request, key, { date })).headers.get("Authorization"),
    web: async () => (await webCrypto.signRequest(request, key, { date })).headers.get("Authorization"),
    vendor: signAsVendor,
  };
  const authorization = await allEqual({ ours: ways.node, "ours, WebCrypto": ways.web, vendor: ways.vendor });
  const hashes = await prepareHashes(request);
  const signature = hashes();
  if (!authorization.endsWith(`Signature=${signature}`)) throw new Error("the hashes give another signature");
  const measured = (work: () => unknown): Pick<Measurable, "measure"> => ({
    measure: () => microsecondsPerCall(work, quick ? 20 : 100),
  });
  yield {
    title: "The Authorization header of a listing",
    unit: { name: "µs", better: "less" },
    same: `all signers give the same header, of ${authorization.length} characters, ours in a copy of the Request that it is given, the vendor's beside the headers of an object that it is given; the hashes alone, of bytes that are ready, give the signature in it`,
    entries: await takeTurns(
      [
        { name: "ours, node:crypto", kind: "ours", ...measured(ways.node) },
        { name: "ours, WebCrypto", kind: "ours", ...measured(ways.web) },
        {
          name: "the vendor's AKSKSigner",
          version: versionOf(vendorCore),
          kind: "peer",
          ...measured(ways.vendor),
        },
        { name: "the two hashes alone", kind: "limit", ...measured(hashes) },
      ],
      quick ? 1 : 15,
    ),
  };
}
