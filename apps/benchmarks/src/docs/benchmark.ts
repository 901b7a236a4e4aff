import { launchBrowser, unpackBrowser } from "../../../docs/test/browser.ts";
import { serve } from "../../../docs/test/server.ts";
import type { Benchmark, Comparison, Effort } from "../benchmark.ts";
import { freePort } from "../measure/free-port.ts";
import { temporaryFolder } from "../measure/temporary-folder.ts";
import { contestants } from "./contestants.ts";
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
  const browser = await launchBrowser(await unpackBrowser(temporaryFolder()), [
    `--remote-debugging-port=${port}`,
    // What a page asks of others gets nowhere, and that is known at once.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ]);
  const published = await Promise.all(
    contestants(temporaryFolder()).map(async (documentation) => ({
      documentation,
      site: await serve(documentation.folder, ""),
    })),
  );
  try {
    yield* visits(browser, published);
    // Lighthouse takes ten seconds a page, too long for a short run. The tests of the site have it look at ours.
    if (!quick) yield* (await import("./scores.ts")).scores(port, published);
  } finally {
    for (const { site } of published) site.close();
    await browser.close();
  }
}
