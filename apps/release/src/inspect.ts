import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData, type Package } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

interface Manifest {
  name: string;
  version: string;
  files: string[];
}

/** Looks into a tarball, and says what of it a user would stumble over: a line each. */
export async function inspect(tarball: string): Promise<string[]> {
  const bytes = new Uint8Array(await readFile(tarball));
  const contents = createPackageFromTarballData(bytes);
  const prefix = `/node_modules/${contents.packageName}/`;
  const files = contents.listFiles().map((file) => file.slice(prefix.length));
  const read = (file: string): string => contents.readFile(prefix + file);
  return [
    ...misplaced(files, JSON.parse(read("package.json")) as Manifest),
    ...[...read("package.json").matchAll(/"(?:workspace|catalog):.*"/g)].map(
      ([range]) => `package.json has ${range}`,
    ),
    ...unmapped(files, read),
    ...(await wrongFor(bytes)),
    ...(await wrongTypes(contents)),
  ];
}

/** What is missing that each package has, and what is there that it did not name. */
function misplaced(files: string[], manifest: Manifest): string[] {
  const always = ["LICENSE", "README.md", "package.json"];
  const named = [...always, ...manifest.files];
  const isNamed = (file: string): boolean => named.some((name) => `${file}/`.startsWith(`${name}/`));
  return [
    ...always.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !isNamed(file)).map((file) => `${file} is no use to anyone`),
    ...files
      .filter((file) => /\.(?:test|tsbuildinfo)\b/.test(file))
      .map((file) => `${file} is no use to anyone`),
  ];
}

/** Source maps that lead to nothing, and sources to which none leads. */
function unmapped(files: string[], read: (file: string) => string): string[] {
  const mapped = new Set<string>();
  const lost: string[] = [];
  for (const file of files.filter((file) => file.endsWith(".map"))) {
    const { sources } = JSON.parse(read(file)) as { sources: string[] };
    for (const source of sources) {
      const path = new URL(source, `file:///${file}`).pathname.slice(1);
      mapped.add(path);
      if (!files.includes(path)) lost.push(`${file} leads to ${path}, which is not there`);
    }
  }
  const sources = files.filter((file) => file.startsWith("src/") && !mapped.has(file));
  return [...lost, ...sources.map((file) => `${file} is no use to anyone: no map leads to it`)];
}

async function wrongFor(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

async function wrongTypes(contents: Package): Promise<string[]> {
  const result = await checkPackage(contents);
  // A package without types says so to nobody: it has no code.
  if (!result.types)
    return contents.listFiles().some((file) => file.endsWith(".js")) ? ["it has no types"] : [];
  return result.problems
    .filter((problem) => {
      // What TypeScript did before it knew `exports`; its version 7 does it no more.
      if ("resolutionKind" in problem && problem.resolutionKind === "node10") return false;
      // `require` gives the ES module: every Node that the packages run on can load it so.
      return problem.kind !== "CJSResolvesToESM";
    })
    .map((problem) => `attw: ${JSON.stringify(problem)}`);
}
