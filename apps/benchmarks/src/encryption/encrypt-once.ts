// Encrypts the film below the folder of buckets that it is given, if any, in a process whose memory is looked at.
import { rm } from "node:fs/promises";
import { join } from "node:path";

const [root] = process.argv.slice(2);
if (root !== undefined) {
  const { encryptByEmulator } = await import("./emulator.ts");
  const { bucketName } = await import("./film.ts");
  await encryptByEmulator(root, "once");
  await rm(join(root, bucketName, "once"), { recursive: true });
}
