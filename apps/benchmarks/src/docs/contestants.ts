import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist } from "../../../docs/test/pages.ts";
import type { Contestant } from "../benchmark.ts";
import { folderOf, versionOf } from "../measure/installed.ts";
import { operation, title } from "./facts.ts";

/** Documentation as it is published: its files, and where in it the operation is. */
export interface Documentation extends Contestant {
  path: string;
  fileAt: (path: string) => Buffer | undefined;
  /** What loads the part in which the operation is tried, where that comes only when it is asked for. */
  tryIt?: string;
}

const contract = fileURLToPath(import.meta.resolve("@mpc-contract/openapi"));

const ours = {
  kind: "ours",
  path: `/reference/${operation.id}/`,
  fileAt: (path: string) => read(join(dist, path)),
} as const;

/** Our page of the operation, and what renders the same contract. */
export const contestants: Documentation[] = [
  { name: "ours", ...ours },
  { name: "ours, to try it too", ...ours, tryIt: "try-it button.open" },
  rendering("Scalar", "@scalar/api-reference", {
    script: "dist/browser/standalone.js",
    body: (script, url) =>
      `<div id="app"></div>${script}<script>Scalar.createApiReference("#app", { url: "${url}" })</script>`,
  }),
  rendering("Redoc", "redoc", {
    script: "bundles/redoc.standalone.js",
    body: (script, url) => `<redoc spec-url="${url}"></redoc>${script}`,
  }),
  rendering("Swagger UI", "swagger-ui-dist", {
    script: "swagger-ui-bundle.js",
    style: "swagger-ui.css",
    // As it is by default, an operation is folded, and its parameters are not in the page.
    body: (script, url) =>
      `<div id="ui"></div>${script}<script>SwaggerUIBundle({ url: "${url}", dom_id: "#ui", docExpansion: "full" })</script>`,
  }),
  rendering("Stoplight Elements", "@stoplight/elements", {
    script: "web-components.min.js",
    style: "styles.min.css",
    path: `/#/operations/${operation.id}`,
    body: (script, url) => `${script}<elements-api apiDescriptionUrl="${url}" router="hash"></elements-api>`,
  }),
];

interface Rendering {
  script: string;
  style?: string;
  /** Where the operation is, when not all operations are on one page. */
  path?: string;
  /** What its documentation says is to be in a page, for its script and the URL of a contract. */
  body: (script: string, url: string) => string;
}

/** One that renders a contract in the browser. Its page has what Lighthouse asks of any page, so that it counts itself. */
function rendering(
  name: string,
  from: string,
  { body, path = "/", script, style }: Rendering,
): Documentation {
  const link = style === undefined ? "" : `<link rel="stylesheet" href="/style.css">`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${title}">${link}</head><body>${body(`<script src="/script.js"></script>`, "/openapi.json")}</body></html>`;
  const files: Record<string, () => Buffer | undefined> = {
    "/index.html": () => Buffer.from(html),
    "/script.js": () => read(join(folderOf(from), script)),
    "/style.css": () => (style === undefined ? undefined : read(join(folderOf(from), style))),
    "/openapi.json": () => read(contract),
  };
  return { name, version: versionOf(from), kind: "peer", path, fileAt: (file) => files[file]?.() };
}

function read(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
