import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A rule that is broken, and where. */
export interface Problem {
  rule: string;
  /** The file, from the folder of the document. */
  file: string;
  /** A JSON Pointer, with `#` before it. */
  at: string;
  message: string;
}

interface Report {
  problems: {
    ruleId: string;
    severity: string;
    message: string;
    location: { source: { ref: string }; pointer: string }[];
  }[];
}

const openapi = fileURLToPath(new URL("../../", import.meta.url));
const redocly = join(openapi, "node_modules/.bin/redocly");
const config = join(openapi, "../redocly.yaml");

/**
 * Lints documents, each given as its files and the first of them the root, with the configuration of the
 * project: one run of the linter for all.
 */
export async function lint(documents: Record<string, string>[]): Promise<Problem[][]> {
  const folder = await mkdtemp(join(tmpdir(), "contract-rules-"));
  try {
    const roots = await Promise.all(
      documents.map(async (files, index) => {
        const paths = Object.keys(files).map((name) => join(folder, String(index), name));
        for (const path of paths) await mkdir(dirname(path), { recursive: true });
        await Promise.all(Object.values(files).map((text, file) => writeFile(paths[file] ?? "", text)));
        return paths[0] ?? "";
      }),
    );
    const output = await run(
      [...roots, "--config", config, "--format", "json", "--max-problems", "1000"],
      folder,
    );
    // One JSON text after the other, a document each.
    const reports = JSON.parse(`[${output.replaceAll(/^\}\{$/gm, "},{")}]`) as Report[];
    return reports.map(({ problems }, index) =>
      problems.map(({ ruleId, message, location: [place] }) => ({
        rule: ruleId,
        file: place?.source.ref.replace(`${index}/`, "") ?? "",
        at: place?.pointer ?? "",
        message,
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(options: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(redocly, ["lint", ...options], { cwd, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      // The linter fails when it finds something; only without a report did it not run.
      if (stdout.startsWith("{")) resolve(stdout);
      else reject(new Error(stderr));
    });
  });
}
