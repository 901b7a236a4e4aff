// What actionlint does not look into: the action of this repository, the digests, and the scripts that are run.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../src/packages.ts";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string>;
}

interface Job extends Step {
  permissions?: Record<string, string>;
  steps?: Step[];
}

interface Workflow {
  jobs?: Record<string, Job>;
  runs?: { steps: Step[] };
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const files = globSync(".github/{workflows/*.yml,actions/*/action.yml}", { cwd: root }).toSorted();
const steps = files.flatMap((file) => {
  const { jobs = {}, runs } = parse(read(file)) as Workflow;
  const all = Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])]);
  return [...all, ...(runs?.steps ?? [])].map((step) => ({ ...step, file }));
});
const isLocal = (uses: string): boolean => uses.startsWith("./");

test("they are found: the workflows, the action, and their steps", () => {
  expect(files).toContain(".github/actions/install/action.yml");
  expect(files).toContain(".github/workflows/main.yml");
  expect(steps.filter(({ uses }) => uses === "./.github/actions/install").length).toBeGreaterThan(1);
});

test("what a step gives to an action of this repository is an input of it", () => {
  const unknown = steps.flatMap(({ file, uses = "", with: given = {} }) => {
    if (!isLocal(uses) || uses.endsWith(".yml")) return [];
    const { inputs = {} } = parse(read(join(uses, "action.yml"))) as { inputs?: object };
    return Object.keys(given)
      .filter((name) => !Object.hasOwn(inputs, name))
      .map((name) => `${file} gives ${name} to ${uses}`);
  });
  expect(unknown).toEqual([]);
});

test("what is used is of this repository, or pinned by a digest beside its version", () => {
  const used = files.flatMap((file) =>
    [...read(file).matchAll(/^.*\buses: *(.*)$/gm)].map(([, uses]) => `${file}: ${uses}`),
  );
  expect(used).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
  const pinned = /: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  expect(used.filter((line) => !pinned.test(line) && !/: \.\/\S+$/.test(line))).toEqual([]);
});

test("each script of pnpm that is run is one of package.json", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: object };
  const run = steps.flatMap(({ file, run = "", with: given }) =>
    [...`${run}\n${given?.["script"] ?? ""}`.matchAll(/\bpnpm ((?:run |--\S+ )*)(\S+)/g)].map(
      ([line, , name = ""]) => ({ file, line, name }),
    ),
  );
  expect(run.map(({ line }) => line)).toContain("pnpm version-packages");
  const known = new Set([...Object.keys(scripts), "install"]);
  expect(run.filter(({ name }) => !known.has(name))).toEqual([]);
});

test("the job that runs what no lock file holds cannot write, and has no identity to publish with", () => {
  const { jobs = {} } = parse(read(".github/workflows/main.yml")) as Workflow;
  const trying = Object.values(jobs).filter(({ steps = [] }) =>
    steps.some((step) => JSON.stringify(step).includes("--dry-run")),
  );
  expect(trying.map(({ permissions }) => permissions)).toEqual([{ contents: "read" }]);
});
