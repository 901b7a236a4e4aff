import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "@typescript/typescript6";
import { describe, expect, test } from "vitest";
import { regions } from "@mpc-contract/client";
import { dist, pagesOf, partAt, says, textOf } from "./pages.ts";

const pages = pagesOf(dist);
const folder = fileURLToPath(new URL("../../../packages/", import.meta.url));

interface Manifest {
  name: string;
  private?: boolean;
  exports: Record<string, string | { types: string }>;
}

/** The entry points with types, and what TypeScript reads of them once the packages are installed. */
const entryPoints = readdirSync(folder).flatMap((name) => {
  const manifest = JSON.parse(readFileSync(`${folder}${name}/package.json`, "utf8")) as Manifest;
  if (manifest.private === true) return [];
  return Object.entries(manifest.exports).flatMap(([key, target]) =>
    typeof target === "string"
      ? []
      : [
          {
            specifier: manifest.name + key.slice(1),
            path: name + key.slice(1),
            file: `${folder}${name}/${target.types.slice(2)}`,
          },
        ],
  );
});

const program = ts.createProgram({
  rootNames: entryPoints.map(({ file }) => file),
  options: { module: ts.ModuleKind.NodeNext, strict: true, skipLibCheck: true, types: [] },
});
const checker = program.getTypeChecker();

function exportsOf(file: string): { name: string; symbol: ts.Symbol }[] {
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  return checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
}

/** All that is exported anywhere, with the pages that it is exported on. */
const homes = Map.groupBy(
  entryPoints.flatMap(({ file, path }) => exportsOf(file).map((one) => ({ ...one, path }))),
  ({ symbol }) => symbol,
);

function page(path: string): string {
  const html = pages.get(`api/${path}/index.html`);
  if (html === undefined) throw new Error(`There is no page /api/${path}/`);
  return html;
}

/** The places of an export, or of a member of it, on the pages of the entry points that have it. */
function placesOf(symbol: ts.Symbol, member = ""): string[] {
  return (homes.get(symbol) ?? []).flatMap(({ name, path }) => {
    const isHere = new RegExp(`<h\\d[^>]* id="${RegExp.escape(name + member)}"`).test(page(path));
    return isHere ? (partAt(page(path), name + member) ?? []) : [];
  });
}

/** What the doc comment of a symbol says: the text, and each tag with the name in it apart. */
function docOf(symbol: ts.Symbol): string[] {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tags = symbol.getJsDocTags(checker).map((tag) => ts.displayPartsToString(tag.text));
  return [...text.split("\n\n"), ...tags.flatMap((tag) => tag.split(/^\{?(\w+)\}?/))]
    .map((words) => words.replace(/\{@link (\w+)\}/g, "$1").trim())
    .filter((words) => words !== "");
}

/** What of a doc comment is not to be read there. */
function unsaid(part: string | undefined, doc: string[]): string[] {
  if (part === undefined) return ["has no place"];
  if (doc.length === 0) return ["has no doc comment"];
  return doc.filter((words) => !says(textOf(part), words));
}

/** The properties of an interface, a class, or an alias of an object, as far as they are of these packages. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  const [node] = symbol.declarations ?? [];
  const isObject = (type: ts.TypeNode): boolean =>
    ts.isTypeLiteralNode(type) || (ts.isIntersectionTypeNode(type) && type.types.some(isObject));
  const listed =
    node !== undefined &&
    (ts.isInterfaceDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      (ts.isTypeAliasDeclaration(node) && isObject(node.type)));
  if (!listed) return [];
  return checker.getDeclaredTypeOfSymbol(symbol).getProperties().filter(isListed);
}

/** Not what the contract's types, the language or other packages declare, and not what cannot be given. */
function isListed(member: ts.Symbol): boolean {
  const declarations = member.declarations ?? [];
  const isNever = declarations.every(
    (node) => ts.isPropertySignature(node) && node.type?.kind === ts.SyntaxKind.NeverKeyword,
  );
  return (
    !isNever &&
    declarations.some(({ parent }) => !(ts.isClassDeclaration(parent) && member.name === "name")) &&
    declarations.every((node) => {
      const { fileName } = node.getSourceFile();
      return fileName.startsWith(folder) && !/\/generated\/|\/node_modules\//.test(fileName);
    })
  );
}

/** The name of a member as it is written. */
function nameOf(member: ts.Symbol): string {
  const name = member.declarations?.find((node) => "name" in node)?.name as ts.Node | undefined;
  return (name?.getText() ?? "").replace(/[[\]"]/g, "");
}

/** A member has its place at the export that declares it, or else at the one that has it from something private. */
function placesOfMember(owner: ts.Symbol, member: ts.Symbol): string[] {
  const declaring = member.declarations?.flatMap(({ parent }) =>
    ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)
      ? (checker.getSymbolAtLocation(parent.name ?? parent) ?? [])
      : [],
  );
  return [...(declaring ?? []), owner].flatMap((symbol) => placesOf(symbol, `.${nameOf(member)}`));
}

describe.each(entryPoints)("the page of $specifier", ({ specifier, path, file }) => {
  const exported = exportsOf(file);

  test("has a place for each value that a program can import", async () => {
    const values = Object.keys((await import(specifier)) as object);
    expect(exported.map(({ name }) => name)).toEqual(expect.arrayContaining(values));
    expect(values.filter((name) => !page(path).includes(` id="${name}"`))).toEqual([]);
  });

  test("has a place for each type, too, and the doc comment at the place of what it declares", () => {
    expect(exported.filter(({ name }) => !page(path).includes(` id="${name}"`))).toEqual([]);
    const found = exported.flatMap(({ name, symbol }) =>
      unsaid(placesOf(symbol)[0], docOf(symbol)).map((what) => `${name}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  test("has a place for each member of what it declares, with the doc comment and whether it is optional", () => {
    const found = exported.flatMap(({ name, symbol }) =>
      membersOf(symbol).flatMap((member) => {
        const [place] = placesOfMember(symbol, member);
        const problems = unsaid(place, docOf(member));
        const optional = member.declarations?.every(
          (node) => ts.isPropertySignature(node) && node.questionToken !== undefined,
        );
        if (place !== undefined && place.includes(">optional<") !== optional)
          problems.push(`optional: ${optional}`);
        return problems.map((what) => `${name}.${nameOf(member)}: ${what}`);
      }),
    );
    expect(found).toEqual([]);
  });

  test("says what the entry point is for", () => {
    // Not the declarations, which lose it where the file begins with an import.
    const text = readFileSync(file.replace("/dist/", "/src/").replace(/\.d\.ts$/, ".ts"), "utf8");
    const [, comment = ""] = /^\/\*\*(.*?)@packageDocumentation/s.exec(text) ?? [];
    const words = comment
      .replace(/^ \* ?/gm, "")
      .replace(/\{@link (\w+)\}/g, "$1")
      .trim();
    expect(words).not.toBe("");
    expect(says(textOf(page(path)), words)).toBe(true);
    expect(says(textOf(pages.get("api/index.html") ?? ""), words)).toBe(true);
    expect(pages.get("api/index.html")).toContain(`href="/api/${path}/"`);
  });
});

test("the matchers that are added to Vitest and to Jest are there", () => {
  for (const path of ["testing/vitest", "testing/jest"]) {
    expect(textOf(partAt(page(path), "Matchers.toMatchContract") ?? "")).toContain("To be awaited.");
  }
});

test("a type in a declaration leads to its own place, be it on another page", () => {
  const place = partAt(page("testing"), "checkExchange") ?? "";
  expect(place).toMatch(/<a href="\/api\/testing\/#Contract"[^>]*>Contract<\/a>/);
  expect(place).toMatch(/<a href="\/api\/validator\/#Strength"[^>]*>Strength<\/a>/);
});

test("the types of the contract lead to its reference, and are not written out", () => {
  expect(partAt(page("client"), "paths")).toContain('href="/reference/listEncryptionTasks/"');
  expect(textOf(page("client"))).not.toContain("requestBody");
  expect(partAt(page("client"), "EncryptionTask")).toContain(
    'href="/reference/listEncryptionTasks/#response.200.task_array',
  );
});

test("what a program cannot import is written out where it is needed", () => {
  const words = (id: string): string => textOf(partAt(page("client"), id) ?? "");
  for (const region of Object.keys(regions)) expect(words("Region")).toContain(`"${region}"`);
  expect(words("MpcClientOptions.region")).toContain("or endpoint");
  expect(words("MpcClientOptions.endpoint")).toContain("or region");
  expect(textOf(partAt(page("testing"), "Mutation.place") ?? "")).toMatch(/place[\s#]+string/);
  expect(textOf(partAt(page("testing"), "Outcome") ?? "")).toContain("An exchange is not as it says.");
});

test("a class says what it has from others, however far off", () => {
  const place = partAt(page("client"), "AuthenticationError") ?? "";
  expect(place).toContain('href="/api/client/#ApiError.status"');
  expect(place).toContain('href="/api/client/#MpcError.requestId"');
  // ApiError says more of it than MpcError.
  expect(place).toContain('href="/api/client/#ApiError.response"');
  expect(place).not.toContain('href="/api/client/#MpcError.response"');
});
