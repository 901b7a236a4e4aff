import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderOf } from "../src/measure/installed.ts";

const settings = readFileSync(new URL("../../../pnpm-workspace.yaml", import.meta.url), "utf8");

test.each(["@scalar/api-reference", "@stoplight/elements", "redoc", "swagger-ui-dist"])(
  "nothing is installed with %s, which is shown from one file",
  (name) => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(`${folderOf(name)}/package.json`, "utf8"),
    ) as { dependencies?: object; peerDependencies?: object };
    const needed = Object.keys({ ...dependencies, ...peerDependencies });
    // In the overrides of pnpm-workspace.yaml; what is new in another version of it has to be added there.
    expect(needed.filter((other) => !settings.includes(`"${name}>${other}": "-"`))).toEqual([]);
  },
);
