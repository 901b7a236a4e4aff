import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { ZodType } from "zod";
import { folderOf } from "../measure/installed.ts";

/** The schema of a page in zod, as orval writes it out of the contract. */
export async function generateZodSchema(): Promise<ZodType> {
  const folder = folderOf("orval");
  const { bin } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    bin: { orval: string };
  };
  // Where it finds zod.
  const output = fileURLToPath(new URL("../../dist/validation/zod.ts", import.meta.url));
  const input = fileURLToPath(import.meta.resolve("@mpc-contract/openapi"));
  await promisify(execFile)(
    process.execPath,
    [join(folder, bin.orval), "--input", input, "--output", output, "--client", "zod"],
    { timeout: 60_000 },
  );
  const { ListEncryptionTasksResponse } = (await import(pathToFileURL(output).href)) as {
    ListEncryptionTasksResponse: ZodType;
  };
  return ListEncryptionTasksResponse;
}
