import { fileURLToPath } from "node:url";
import type * as sign from "@mpc-contract/client/sign";
import { build } from "esbuild";

/** The signer as it is where there is no node:crypto, such as in a worker. */
export async function signByWebCrypto(): Promise<typeof sign> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve("@mpc-contract/client/sign"))],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const url = `data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`;
  return (await import(url)) as typeof sign;
}
