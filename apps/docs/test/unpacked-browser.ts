import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { unpackBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The path of a browser's program. */
    browserPath: string;
  }
}

/** Unpacks the browser once for all tests of the site. It takes a core for over a second. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "docs-browser-"));
  const remove = () => rmSync(folder, { recursive: true });
  try {
    project.provide("browserPath", await unpackBrowser(folder));
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}
