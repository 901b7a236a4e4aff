import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "../site/workspace.ts";

const folder = join(workspace, "apps/benchmarks");
const results = join(folder, "RESULTS.md");

/** Whether there are results of benchmarks. */
export const hasBenchmarks = existsSync(results);

/** The latest results as a page. */
export interface BenchmarksPage {
  html: string;
  /** To jump to. */
  headings: { depth: number; slug: string; text: string }[];
}

/** The latest results, as HTML made from their Markdown by `render`, without their title. */
export async function benchmarksPage(render: (markdown: string) => Promise<string>): Promise<BenchmarksPage> {
  const text = readFileSync(results, "utf8").replace(/^# .*\n/, "");
  // A plot stands in the page itself, so that it takes on the colours of the theme.
  const plots: string[] = [];
  const marked = text.replace(/!\[([^\]]*)\]\((\S+\.svg)\)/g, (_, alt: string, path: string) => {
    plots.push(plot(alt, path));
    return `<figure id="plot-${plots.length}" tabindex="0"></figure>`;
  });
  const rendered = await render(marked);
  const html = rendered.replace(
    /(?<=<figure id="plot-(\d+)"[^>]*>)(?=<\/figure>)/g,
    (_, number: string) => plots[Number(number) - 1] ?? "",
  );
  const headings = html.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/g);
  return {
    html,
    headings: Array.from(headings, ([, slug, text]) => ({ depth: 2, slug: slug!, text: text! })),
  };
}

function plot(alt: string, path: string): string {
  const svg = readFileSync(join(folder, path), "utf8");
  const label = alt.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return svg.slice(svg.indexOf("<svg")).replace("<svg", () => `<svg role="img" aria-label="${label}"`);
}
