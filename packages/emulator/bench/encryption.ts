// How fast are segments encrypted, beside OpenSSL on the same files?
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encryptTask } from "../dist/encrypt/encrypt-task.js";

const segments = 128;
const size = 8 * 1024 * 1024;
const total = (segments * size) / 1024 ** 2;
const root = await mkdtemp(join(tmpdir(), "emulator-bench-"));
const input = join(root, "b", "in");
mkdirSync(input, { recursive: true });
// Not by this process: what it does besides counts into its memory.
for (let index = 0; index < segments; index++) {
  const file = join(input, `${index}.ts`);
  spawnSync("dd", ["if=/dev/urandom", `of=${file}`, "bs=1M", `count=${size / 1024 ** 2}`, "status=none"]);
}
const playlist = createWriteStream(join(input, "index.m3u8"));
playlist.write("#EXTM3U\n#EXT-X-TARGETDURATION:4\n");
for (let index = 0; index < segments; index++) playlist.write(`#EXTINF:4,\n${index}.ts\n`);
playlist.end("#EXT-X-ENDLIST\n");
await once(playlist, "close");

const hls_encrypt = {
  key: "AAECAwQFBgcICQoLDA0ODw==",
  iv: "EBESExQVFhcYGRobHB0eHw==",
  url: "https://keys.example.com/1",
  algorithm: "AES-128-CBC",
} as const;
const hex = (text: string): string => Buffer.from(text, "base64").toString("hex");

async function ours(): Promise<number> {
  const output = join(root, "b", "out");
  const begin = performance.now();
  await encryptTask(
    root,
    {
      project: "p",
      position: "",
      encryption: hls_encrypt,
      task: {
        task_id: 1,
        status: "",
        input: { bucket: "b", object: "in/index.m3u8" },
        output: { bucket: "b", object: "out" },
      },
    },
    new AbortController().signal,
  );
  const seconds = (performance.now() - begin) / 1000;
  rmSync(output, { recursive: true });
  return total / seconds;
}

function openssl(): number {
  const output = join(root, "b", "openssl");
  mkdirSync(output);
  const begin = performance.now();
  // One shell for all files, so that its start counts once.
  const script = `for i in $(seq 0 ${segments - 1}); do openssl enc -aes-128-cbc -K ${hex(hls_encrypt.key)} -iv ${hex(hls_encrypt.iv)} -in ${input}/$i.ts -out ${output}/$i.ts; done`;
  const { status } = spawnSync("sh", ["-c", script], { stdio: "inherit" });
  if (status !== 0) throw new Error("openssl failed");
  const seconds = (performance.now() - begin) / 1000;
  rmSync(output, { recursive: true });
  return total / seconds;
}

const before = process.resourceUsage().maxRSS;
const ratios: number[] = [];
for (let round = 0; round < 5; round++) {
  const [a, b] = [await ours(), openssl()];
  ratios.push(a / b);
  console.log(`ours ${a.toFixed(0)} MiB/s  openssl ${b.toFixed(0)} MiB/s  ratio ${(a / b).toFixed(2)}`);
}
const { maxRSS } = process.resourceUsage();
console.log(
  `median ratio ${ratios.toSorted((a, b) => a - b)[2]!.toFixed(2)}, peak memory ${(maxRSS / 1024).toFixed(0)} MiB, ${(before / 1024).toFixed(0)} of it before`,
);
rmSync(root, { recursive: true });
