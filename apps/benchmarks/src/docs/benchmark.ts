import { launchBrowser } from "../../../docs/test/browser.ts";
import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { freePort } from "../measure/free-port.ts";
import { temporaryFolder } from "../measure/temporary-folder.ts";
import { serveCompressed } from "./compressed-server.ts";
import { contestants } from "./contestants.ts";
import { scores } from "./scores.ts";
import { visits } from "./visits.ts";

export const benchmark: Benchmark = {
  title: "Docs",
  question:
    "What does it take to read of an operation on our site, beside what renders the same contract in the browser?",
  run,
};

async function* run({ quick }: Effort): AsyncIterable<Comparison> {
  const port = await freePort();
  // Without a language, as browsers for readers never are, Stoplight Elements fails.
  process.env["LC_ALL"] = "en_US.UTF-8";
  const browser = await launchBrowser(temporaryFolder(), [
    `--remote-debugging-port=${port}`,
    // Lighthouse asks for what a page asks for: there is nobody but this machine, which is known at once.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ]);
  const sites = await Promise.all(contestants.map(async ({ fileAt }) => serveCompressed(fileAt)));
  try {
    yield* visits(browser, sites);
    // It takes ten seconds a page, too long for a short run. The tests of the site have it look at this page, too.
    if (!quick) yield* scores(port, sites);
  } finally {
    for (const site of sites) site.close();
    await browser.close();
  }
}
