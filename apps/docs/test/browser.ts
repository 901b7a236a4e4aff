import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/**
 * Unpacks a browser into a folder, and launches it. The folder is to be an empty one: the package takes any
 * file that stands in its place for the browser, even half of one that an interrupted run has left.
 */
export async function launchBrowser(folder: string, args: string[] = []): Promise<Browser> {
  process.env["TMPDIR"] = folder;
  const executablePath = await chromium.executablePath();
  // Not the package's arguments: they are made for one page in one process, with a GPU painted by the CPU.
  return playwright.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...args] });
}
