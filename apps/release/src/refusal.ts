import { hasDryRun } from "./artefacts.ts";
import type { PublicPackage } from "./packages.ts";

/** Says in one line why nothing can be published from here, when that is so. */
export function refusal(
  packages: PublicPackage[],
  tried: string,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (env["ACTIONS_ID_TOKEN_REQUEST_URL"] === undefined)
    return "npm takes these packages from the workflow of the repository alone. Here, try --dry-run.";
  if (!hasDryRun(tried))
    return "apps/release/dist has no dry run: what is published is tried before, with --dry-run.";
  return missingRepository(packages);
}

/** Says which packages do not name their repository, when there are such: npm compares it with the provenance. */
export function missingRepository(packages: PublicPackage[]): string | undefined {
  const names = packages.filter(({ repository }) => repository === undefined).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const entry = '"repository": { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" }';
  return `npm refuses the provenance of ${names.join(", ")}: add ${entry} to each package.json.`;
}
