import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Json, isObject } from "../document/json.ts";
import type { OpenApiDocument } from "../document/load-document.ts";
import { DocumentError } from "../document/source-file.ts";
import { redocly } from "../redocly.ts";
import { type ReportedChange, describeChange, lastKey } from "./describe-change.ts";

/** How large a step of a version is. */
export type Step = "patch" | "minor" | "major";

/** A change of a contract. */
export interface Change {
  /** Where, as a JSON Pointer. */
  place: string;
  /** What it is, in words. */
  message: string;
  /** The step that it needs by itself. */
  step: Step;
}

interface Report {
  changes: (ReportedChange & {
    impact: Step;
    verdicts: { impact: Step; message: string; location?: { pointer: string } }[];
  })[];
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
            place: placeOf(change),
            message: describeChange(change),
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

/** Where it stands now, or where it stood if it is gone. */
function placeOf({ base, path, revision }: ReportedChange): string {
  const gone = revision?.value === undefined && base?.value !== undefined;
  return (gone ? base : revision)?.pointer ?? path;
}

/** What is said to people. Any other change that no rule is about may let in what was not let in before. */
const words = /^(?:description|summary|title|examples?|x-(?!extensible-enum).*)$/;

function stepOf({ impact, path, property, typeName }: ReportedChange & { impact: Step }): Step {
  // What an extension holds is named as it likes; the extension says what it is about.
  const about = property !== undefined && typeName === "SpecExtension" ? lastKey(path) : property;
  return impact === "patch" && about !== undefined && !words.test(about) ? "minor" : impact;
}

/** A copy in which the lists of extensions are maps: `redocly diff` does not look into those lists. */
function withMaps(value: Json, within = false): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => withMaps(item, within));
    if (!within) return items;
    return Object.fromEntries(
      items.map((item, index) => [typeof item === "string" ? item : String(index), item]),
    );
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withMaps(inner, within || key.startsWith("x-"))]),
  );
}

async function runDiff(base: OpenApiDocument, revision: OpenApiDocument): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "diff-"));
  const files = ["base.json", "revision.json"].map((name) => join(folder, name));
  try {
    await writeFile(files[0]!, JSON.stringify(withMaps(base.root)));
    await writeFile(files[1]!, JSON.stringify(withMaps(revision.root)));
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
