import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Builds a package and all it needs. Rejects with what the build printed when it fails. */
export async function build(packageName: string, signal: AbortSignal): Promise<void> {
  const turbo = spawn("turbo", ["run", "build", `--filter=${packageName}...`, "--output-logs=errors-only"], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [turbo.stdout, turbo.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  }
  const stop = (): boolean => turbo.kill("SIGINT");
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  await new Promise<void>((resolve, reject) => {
    turbo.on("error", () =>
      reject(new Error("turbo cannot be started. Mend it with: npx --yes pnpm@12 install")),
    );
    turbo.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${printed}\nThe build of ${packageName} failed; see above.`)),
    );
  });
}
