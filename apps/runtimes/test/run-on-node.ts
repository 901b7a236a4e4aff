// Runs what is published on one line of Node.js: node test/run-on-node.ts node22
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { nodeLines } from "./engines.ts";

const [line = ""] = process.argv.slice(2);
if (!nodeLines.includes(line)) {
  console.error(`test:node: give one of ${nodeLines.join(", ")}, such as: pnpm test:node ${nodeLines[0]}`);
  process.exit(2);
}
const { status } = spawnSync("pnpm", ["test", "--testNamePattern", `${line}\\b`], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
});
process.exitCode = status ?? 1;
