import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { OpenApiDocument } from "../document/load-document.ts";
import { DocumentError } from "../document/source-file.ts";
import { redocly } from "../redocly.ts";

/** How large a step of a version is. */
export type Step = "patch" | "minor" | "major";

/** A change of a contract. */
export interface Change {
  /** Where, as a JSON Pointer. */
  place: string;
  message: string;
  /** The step that it needs by itself. */
  step: Step;
}

interface Report {
  changes: {
    path: string;
    kind: string;
    typeName: string;
    impact: Step;
    property?: string;
    revision?: { pointer: string };
    verdicts: { impact: Step; message: string; location?: { pointer: string } }[];
  }[];
}

/**
 * Compares two documents, with `redocly diff`.
 *
 * @param base The document that was released.
 * @param revision The one that is to be.
 * @throws {DocumentError} When they cannot be compared.
 */
export async function readChanges(base: OpenApiDocument, revision: OpenApiDocument): Promise<Change[]> {
  const { changes } = await runDiff(base, revision);
  return changes.flatMap(({ verdicts, ...change }): Change[] =>
    verdicts.length === 0
      ? [
          {
            place: change.revision?.pointer ?? change.path,
            message: `${change.property ?? change.typeName} ${change.kind}.`,
            step: stepOf(change),
          },
        ]
      : verdicts.map(({ impact, location, message }) => ({
          place: location?.pointer ?? change.path,
          message,
          step: impact,
        })),
  );
}

/** What is said to people. Any other change that no rule is about may let in what was not let in before. */
const words = /^(?:description|summary|title|examples?|x-(?!extensible-enum).*)$/;

function stepOf({ impact, property }: { impact: Step; property?: string }): Step {
  return impact === "patch" && property !== undefined && !words.test(property) ? "minor" : impact;
}

async function runDiff(base: OpenApiDocument, revision: OpenApiDocument): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "diff-"));
  const files = ["base.json", "revision.json"].map((name) => join(folder, name));
  try {
    await writeFile(files[0]!, JSON.stringify(base.root));
    await writeFile(files[1]!, JSON.stringify(revision.root));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [redocly(), "diff", ...files, "--format", "json", "--fail-on", "none"],
      {
        cwd: folder,
        env: {
          ...process.env,
          REDOCLY_TELEMETRY: "off",
          REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
          NO_COLOR: "1",
        },
        maxBuffer: 2 ** 28,
      },
    );
    return JSON.parse(stdout) as Report;
  } catch (error) {
    const said = ((error as { stderr?: string }).stderr ?? (error as Error).message).trim();
    throw new DocumentError(`the documents cannot be compared: ${said.split("\n", 1)[0]}`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
