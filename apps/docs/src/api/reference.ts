import ts from "@typescript/typescript6";
import { fileComment } from "./comment.ts";
import { type Declaration, declarationOf } from "./declaration.ts";
import { type EntryPoint, entryPoints } from "./entry-points.ts";
import { checker, exportsOf, fileOf, type Target, targetOf } from "./program.ts";

interface Group {
  id: string;
  title: string;
  declarations: Declaration[];
}

/** What an entry point exports, as its page shows it. */
export interface Reference extends EntryPoint {
  comment: string;
  /** What is declared here, in the order in which a reader wants it. */
  groups: Group[];
  /** What has its place on the page of another entry point. */
  elsewhere: { name: string; target: Target }[];
}

/** The API reference: a page for each entry point. */
export const references: Reference[] = await Promise.all(entryPoints.map(referenceOf));

/** Where a name leads that a doc comment mentions: in the same entry point, or else in the same package. */
export function targetOfName(name: string, reference: Reference): Target | undefined {
  const near = references.filter((other) => other !== reference && other.package === reference.package);
  const found = [reference, ...near].map((place) => exportsOf(place).get(name)).find((symbol) => symbol);
  return found && targetOf(found);
}

async function referenceOf(entryPoint: EntryPoint): Promise<Reference> {
  const declarations: Declaration[] = [];
  const elsewhere: Reference["elsewhere"] = [];
  for (const [name, symbol] of exportsOf(entryPoint)) {
    const target = targetOf(symbol);
    if (target !== undefined && target.path !== entryPoint.path) elsewhere.push({ name, target });
    else declarations.push(await declarationOf(name, symbol));
  }
  const file = fileOf(entryPoint);
  const groups = [...groupsOf(declarations), ...(await additionsOf(file))];
  return { ...entryPoint, comment: fileComment(file), groups, elsewhere };
}

function groupsOf(declarations: Declaration[]): Group[] {
  const of = (kind: Declaration["kind"]): Declaration[] => declarations.filter((one) => one.kind === kind);
  const areErrors = of("class").every(({ name }) => name.endsWith("Error"));
  return [
    { id: "functions", title: "Functions", declarations: of("function") },
    { id: "classes", title: areErrors ? "Errors" : "Classes", declarations: of("class") },
    { id: "interfaces", title: "Interfaces", declarations: of("interface") },
    { id: "types", title: "Types", declarations: of("type") },
    { id: "values", title: "Values", declarations: of("value") },
  ].filter((group) => group.declarations.length > 0);
}

/** The interfaces of others that the file adds members to, in `declare module` or `declare global`. */
async function additionsOf(file: ts.SourceFile): Promise<Group[]> {
  const added: Promise<Declaration>[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      if (symbol) added.push(declarationOf(node.name.text, symbol));
    } else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, visit);
  };
  file.statements.filter(ts.isModuleDeclaration).forEach(visit);
  // Its type parameters are those of the interface that it is added to.
  const declarations = (await Promise.all(added)).map((one) => ({ ...one, code: undefined }));
  return declarations.length === 0 ? [] : [{ id: "additions", title: "Additions", declarations }];
}
