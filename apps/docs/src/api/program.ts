import ts from "@typescript/typescript6";
import { type EntryPoint, entryPoints } from "./entry-points.ts";

/** A place on a page of the API reference. */
export interface Target {
  /** The path of the entry point. */
  path: string;
  id: string;
}

const folders = [...new Set(entryPoints.map(({ sources }) => sources))];

// Only the packages' own sources are read: types are shown as they are written, and not computed.
const program = ts.createProgram({
  rootNames: folders.flatMap((folder) => ts.sys.readDirectory(folder, [".ts"])),
  options: {
    noLib: true,
    noResolve: true,
    strict: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    paths: Object.fromEntries(entryPoints.map(({ file, specifier }) => [specifier, [file]])),
  },
});

export const checker = program.getTypeChecker();

/** The file of an entry point. */
export function fileOf({ file }: EntryPoint): ts.SourceFile {
  const found = program.getSourceFile(file);
  if (found === undefined) throw new Error(`There is no ${file}`);
  return found;
}

/** What an entry point exports, as it is declared, by the name that it has there. */
export function exportsOf(entryPoint: EntryPoint): Map<string, ts.Symbol> {
  const module = checker.getSymbolAtLocation(fileOf(entryPoint));
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(exported.map((symbol) => [symbol.name, declared(symbol)]));
}

/** A symbol, behind all imports and exports of it. */
export function declared(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether a symbol is declared in the sources of a package, or of any. */
export function isOurs(symbol: ts.Symbol, sources = folders): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName;
  return file !== undefined && sources.some((folder) => file.startsWith(`${folder}/`));
}

/** Whether a reader can look up what a declaration builds on: it is exported, or not of these packages. */
export function isReadable({ expression }: ts.ExpressionWithTypeArguments): boolean {
  const symbol = checker.getSymbolAtLocation(expression);
  return symbol === undefined || !isOurs(declared(symbol)) || targetOf(declared(symbol)) !== undefined;
}

const targets = new Map<ts.Symbol, Target>();

for (const entryPoint of entryPoints) {
  for (const [id, symbol] of exportsOf(entryPoint)) {
    // Its place is on a page of the package that declares it; others that export it link there.
    if (targets.has(symbol) || !isOurs(symbol, [entryPoint.sources])) continue;
    targets.set(symbol, { path: entryPoint.path, id });
  }
}

/** Where something that is exported has its place. */
export function targetOf(symbol: ts.Symbol): Target | undefined {
  return targets.get(symbol);
}
