import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist } from "../../../docs/test/pages.ts";
import type { Contestant } from "../benchmark.ts";
import { folderOf, versionOf } from "../measure/installed.ts";
import { operation, title } from "./facts.ts";

/** Documentation as it is published: a folder, and where in it the operation is. */
export interface Documentation extends Contestant {
  folder: string;
  path: string;
  /** What loads the part in which the operation is tried, where that comes only when it is asked for. */
  tryIt?: string;
}

/** What renders a contract in the browser, and what its documentation says is to be in a page. */
interface Renderer {
  name: string;
  package: string;
  script: string;
  style?: string;
  /** Where the operation is, when not all operations are on one page. */
  path?: string;
  body: string;
}

const script = `<script src="script.js"></script>`;
const renderers: Renderer[] = [
  {
    name: "Scalar",
    package: "@scalar/api-reference",
    script: "dist/browser/standalone.js",
    body: `<div id="app"></div>${script}<script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>`,
  },
  {
    name: "Redoc",
    package: "redoc",
    script: "bundles/redoc.standalone.js",
    body: `<redoc spec-url="openapi.json"></redoc>${script}`,
  },
  {
    name: "Swagger UI",
    package: "swagger-ui-dist",
    script: "swagger-ui-bundle.js",
    style: "swagger-ui.css",
    // As it is by default, an operation is folded, and its parameters are not in the page.
    body: `<div id="ui"></div>${script}<script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#ui", docExpansion: "full" })</script>`,
  },
  {
    name: "Stoplight Elements",
    package: "@stoplight/elements",
    script: "web-components.min.js",
    style: "styles.min.css",
    path: `/#/operations/${operation.operationId}`,
    body: `${script}<elements-api apiDescriptionUrl="openapi.json" router="hash"></elements-api>`,
  },
];

/** Our page of the operation, and what renders the same contract, each in a folder within one. */
export function contestants(folder: string): Documentation[] {
  const ours = { kind: "ours", folder: dist, path: `/reference/${operation.operationId}/` } as const;
  return [
    { name: "ours", ...ours },
    { name: "ours, to try it too", ...ours, tryIt: "try-it button.open" },
    ...renderers.map((renderer) => publish(renderer, folder)),
  ];
}

/** Publishes what one renders. The page has what Lighthouse asks of any page, so that it is the renderer that counts. */
function publish(renderer: Renderer, parent: string): Documentation {
  const { body, name, package: from, path = "/", script: scriptFile, style } = renderer;
  const folder = join(parent, name);
  mkdirSync(folder);
  copyFileSync(fileURLToPath(import.meta.resolve("@mpc-contract/openapi")), join(folder, "openapi.json"));
  copyFileSync(join(folderOf(from), scriptFile), join(folder, "script.js"));
  if (style !== undefined) copyFileSync(join(folderOf(from), style), join(folder, "style.css"));
  const head = [
    `<meta charset="utf-8"><title>${title}</title><meta name="description" content="${title}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    style === undefined ? "" : `<link rel="stylesheet" href="style.css">`,
  ].join("");
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  writeFileSync(join(folder, "index.html"), html);
  return { name, version: versionOf(from), kind: "peer", folder, path };
}
