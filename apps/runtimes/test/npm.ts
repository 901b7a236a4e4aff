import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs npm in a folder, on the Node that it came with: that of the workspace may not know the machine's proxy. */
export async function npm(folder: string, ...args: string[]): Promise<void> {
  const path = process.env["PATH"]!.split(":").filter((entry) => !entry.includes("node_modules"));
  await promisify(execFile)("npm", [...args, "--no-audit", "--no-fund"], {
    cwd: folder,
    env: { ...process.env, PATH: path.join(":") },
  });
}
