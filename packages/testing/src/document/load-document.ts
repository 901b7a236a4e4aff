import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.ts";
import { type Json, type JsonObject, type Place, isObject, keysOf } from "./json.ts";
import { refuseUnsupported } from "./refuse-unsupported.ts";
import { DocumentError, type SourceFile, nameOf, readSource } from "./source-file.ts";

/** An OpenAPI document in one piece. */
export interface OpenApiDocument {
  /** The document; every reference begins with `#/`. */
  root: JsonObject;
  /** Says where a place is written, as `openapi/schemas/Task.yaml:12`. Empty when the document is no file. */
  locate: (place: Place) => string;
  /** The files of the document, as they are written. */
  sources: () => { name: string; text: string }[];
}

/**
 * Reads an OpenAPI 3.1 document, with the files that it refers to.
 *
 * @param source A path, a URL, or the document itself.
 * @throws {DocumentError} When it cannot be read, is no OpenAPI 3.1, or uses what is not supported.
 */
export async function loadDocument(source: string | URL | object): Promise<OpenApiDocument> {
  const file = await sourceFile(source);
  const { files, origins, root } = await bundle(file);
  const locate = (place: Place): string => {
    for (let at = place; ; at = at.slice(0, at.lastIndexOf("/"))) {
      const origin = origins[at];
      if (origin !== undefined) {
        const [url, pointer] = splitOnce(origin + place.slice(at.length), "#");
        const source = files.get(url);
        if (source === undefined || source.text === "") return "";
        const { line } = source.positionOf(keysOf(pointer));
        return `${shortName(source.url)}:${line}`;
      }
      if (at === "#" || at === "") return "";
    }
  };
  refuseUnsupported(root, locate);
  const sources = (): { name: string; text: string }[] =>
    [...files.values()].map(({ text, url }) => ({ name: shortName(url), text }));
  return { root, locate, sources };
}

function splitOnce(text: string, mark: string): [string, string] {
  const index = text.indexOf(mark);
  return [text.slice(0, index), text.slice(index + mark.length)];
}

/** The name of a file as seen from the working directory, when it is inside. */
function shortName(url: URL): string {
  const name = nameOf(url);
  if (url.protocol !== "file:") return name;
  const seen = relative(process.cwd(), name);
  return seen.startsWith("..") ? name : seen;
}

async function sourceFile(source: string | URL | object): Promise<SourceFile> {
  if (source instanceof URL) return readSource(source);
  if (typeof source === "string") {
    if (!/^(?:https?|file):/.test(source)) return readSource(pathToFileURL(source));
    if (!URL.canParse(source)) throw new DocumentError(`${source}: is no address`);
    return readSource(new URL(source));
  }
  if (!isObject(source)) throw new DocumentError("document: give a path, a URL or an object");
  // Relative references have nothing to be relative to.
  return {
    url: new URL("object:///document"),
    text: "",
    value: JSON.parse(JSON.stringify(source)) as Json,
    positionOf: () => ({ line: 1, column: 1 }),
  };
}
