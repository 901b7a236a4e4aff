// Lighthouse on the page of each operation, as it was built: its scores, and what lost a point.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "../src/contract/operation.ts";
import { audit } from "../test/audit.ts";
import { freePort } from "../test/free-port.ts";
import { launchBrowser } from "../test/browser.ts";
import { dist } from "../test/pages.ts";
import { serve } from "../test/server.ts";

const unpacked = mkdtempSync(join(tmpdir(), "docs-lighthouse-"));
const port = await freePort();
const browser = await launchBrowser(unpacked, [`--remote-debugging-port=${port}`]);
const site = await serve(dist, "");
for (const { id } of operations) {
  const { lost, scores } = await audit(`${site.origin}/reference/${id}/`, port);
  console.log(id);
  for (const [category, score] of Object.entries(scores)) console.log(`  ${category.padEnd(18)} ${score}`);
  for (const what of lost) console.log(`  lost by            ${what}`);
}
site.close();
await browser.close();
rmSync(unpacked, { recursive: true });
