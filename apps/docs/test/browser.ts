import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/**
 * Unpacks a browser into a folder, and gives the path of its program. The folder is to be an empty one: the package
 * takes any file that stands in its place for the browser, even half of one that an interrupted run has left.
 */
export async function unpackBrowser(folder: string): Promise<string> {
  const { TMPDIR } = process.env;
  process.env["TMPDIR"] = folder;
  try {
    return await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  }
}

export async function launchBrowser(executablePath: string, args: string[] = []): Promise<Browser> {
  // Not the package's arguments: they are made for one page in one process, with a GPU painted by the CPU.
  return playwright.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...args] });
}
