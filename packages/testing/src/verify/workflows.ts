// Workflows in Arazzo, run by `redocly respect`.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { operationOf } from "@mpc-contract/validator/engine";
import { parse } from "yaml";
import { redocly } from "../redocly.ts";
import type { Contract } from "../contract/contract.ts";
import { isObject, textOf } from "../document/json.ts";
import { DocumentError } from "../document/source-file.ts";
import type { Fault } from "./verify.ts";

/** How the workflows of a file are run. */
export interface WorkflowOptions {
  /** What the workflows ask to be given, such as credentials. It is never shown. */
  inputs?: Record<string, string>;
  /** Also runs workflows that may change something. */
  allowWrites?: boolean;
}

/** What the workflows of a file came to. */
export interface WorkflowResult {
  workflows: { name: string; faults: number }[];
  /** The workflows that were left out, because they may change something. */
  skipped: string[];
  requests: number;
  faults: Fault[];
}

/** A step of a workflow, as `respect` reports it. */
interface Step {
  stepId: string;
  request?: { method: string; url: string };
  checks?: { name: string; passed: boolean; condition?: string; message: string }[];
}

interface Report {
  files: Record<
    string,
    { totalRequests: number; executedWorkflows: { workflowId: string; executedSteps: Step[] }[] }
  >;
}

/**
 * Runs the workflows of a file against a service.
 *
 * @param url Where the service is, without the paths of the contract.
 * @throws {DocumentError} When the file is no Arazzo, or cannot be run.
 */
export async function runWorkflows(
  contract: Contract,
  file: string,
  url: string,
  { allowWrites = false, inputs = {} }: WorkflowOptions = {},
): Promise<WorkflowResult> {
  const { names, sources } = await readWorkflows(contract, file);
  const run = names.filter(({ writes }) => allowWrites || !writes).map(({ name }) => name);
  const skipped = names.map(({ name }) => name).filter((name) => !run.includes(name));
  if (run.length === 0) return { workflows: [], skipped, requests: 0, faults: [] };
  const report = await respect(file, run, sources, url, inputs);
  const result: WorkflowResult = { workflows: [], skipped, requests: 0, faults: [] };
  for (const { executedWorkflows, totalRequests } of Object.values(report.files)) {
    result.requests += totalRequests;
    for (const { executedSteps, workflowId } of executedWorkflows) {
      const faults = executedSteps.flatMap((step) => faultsOf(contract, file, workflowId, step));
      result.workflows.push({ name: workflowId, faults: faults.length });
      result.faults.push(...faults);
    }
  }
  return result;
}

async function readWorkflows(
  contract: Contract,
  file: string,
): Promise<{ names: { name: string; writes: boolean }[]; sources: string[] }> {
  const content = await readFile(file, "utf8").then(
    (text) => parse(text) as unknown,
    (error: unknown) => {
      throw new DocumentError(`${file}: cannot be read: ${(error as Error).message.split("\n", 1)[0]}`, {
        cause: error,
      });
    },
  );
  if (!isObject(content) || !Array.isArray(content["workflows"]))
    throw new DocumentError(`${file}: has no workflows`);
  const writes = (step: unknown): boolean => {
    const id =
      isObject(step) && typeof step["operationId"] === "string"
        ? step["operationId"].replace(/^.*\./, "")
        : "";
    return !["GET", "HEAD", "OPTIONS"].includes(contract.operations[id]?.method ?? "");
  };
  return {
    names: content["workflows"].filter(isObject).map(({ steps, workflowId }) => ({
      name: textOf(workflowId),
      writes: !Array.isArray(steps) || steps.some(writes),
    })),
    sources: (Array.isArray(content["sourceDescriptions"]) ? content["sourceDescriptions"] : [])
      .filter(isObject)
      .filter(({ type }) => type === "openapi")
      .map(({ name }) => textOf(name)),
  };
}

async function respect(
  file: string,
  workflows: string[],
  sources: string[],
  url: string,
  inputs: Record<string, string>,
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "workflows-"));
  const output = join(folder, "report.json");
  const servers = sources.flatMap((name) => ["--server", `${name}=${url.replace(/\/$/, "")}`]);
  const wanted = workflows.flatMap((name) => ["--workflow", name]);
  // Not on the command line, where other users of the machine could read them.
  const env = {
    REDOCLY_CLI_RESPECT_INPUT: Object.entries(inputs)
      .map(([name, value]) => `${name}=${value}`)
      .join(","),
  };
  try {
    const said = await runRedocly(["respect", file, ...wanted, ...servers, "--json-output", output], env);
    const report = await readFile(output, "utf8").catch((error: unknown) => {
      throw new DocumentError(`${file}: cannot be run: ${said}`, { cause: error });
    });
    return JSON.parse(report) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runRedocly(args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [redocly(), ...args], {
    env: {
      ...process.env,
      ...env,
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      NO_COLOR: "1",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (said += text));
  await new Promise((resolve) => void child.on("close", resolve));
  return said.trim().split("\n").at(-1) ?? "";
}

function faultsOf(
  contract: Contract,
  file: string,
  workflow: string,
  { checks, request, stepId }: Step,
): Fault[] {
  const operation = request && operationOf(contract, request);
  return (checks ?? [])
    .filter(({ passed }) => !passed)
    .map(({ condition, message, name }) => ({
      check: `workflow ${workflow}`,
      ...(operation === undefined ? {} : { operation }),
      in: "response" as const,
      at: `step ${stepId}`,
      rule: "workflow",
      message: condition === undefined ? `${name}: ${message.split("\n", 1)[0]}` : `expected ${condition}`,
      contract: operation === undefined ? "#/paths" : contract.operations[operation]!.contract,
      source: relative(process.cwd(), file),
      curl: request ? `curl -X ${request.method.toUpperCase()} '${request.url}'` : "",
    }));
}
