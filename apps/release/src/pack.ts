import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { outside, run } from "./command.ts";

/** A package as it goes to a registry. */
export interface Packed {
  name: string;
  version: string;
  tarball: { path: string; integrity: string };
}

/** The settings under which a registry on this machine takes what is published. It takes any token. */
export const settingsFor = (registry: string): string =>
  `registry=${registry}\n//${new URL(registry).host}/:_authToken=anyone\n`;

/**
 * An environment in which that registry is the only one. It has no token and no identity for another, and none of the
 * variables by which pnpm tells scripts its registry, which count for more than the settings.
 *
 * @param home Where the settings are.
 */
export const environmentFor = (registry: string, home: string): NodeJS.ProcessEnv => ({
  ...outside(home),
  npm_config_registry: registry,
  pnpm_config_registry: registry,
});

/**
 * Packs each public package whose version the registry does not have yet, and writes beside them the plan by which
 * they are published.
 */
export async function pack(folder: string, env?: NodeJS.ProcessEnv): Promise<Packed[]> {
  await run("changeset", ["pack", "--out-dir", folder], env);
  const { plan } = JSON.parse(await readFile(join(folder, "publish-plan.json"), "utf8")) as {
    plan: Packed[][];
  };
  return plan.flat().map(({ name, version, tarball: { integrity, path } }) => ({
    name,
    version,
    tarball: { path: join(folder, path), integrity },
  }));
}

/** Publishes what was packed into a folder. */
export async function publish(folder: string, env: NodeJS.ProcessEnv, ...flags: string[]): Promise<string> {
  return run("changeset", ["publish", "--from-pack-dir", folder, ...flags], env);
}
