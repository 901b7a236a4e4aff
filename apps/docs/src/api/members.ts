import ts from "@typescript/typescript6";
import { type Comment, commentOf } from "./comment.ts";
import { checker, declared, isOurs, type Target, targetOf } from "./program.ts";
import { layOutType, privateAlias, write, type Written } from "./written.ts";

/** A property or a method. */
export interface Member {
  name: string;
  /** The ID of its place on the page. */
  id: string;
  optional: boolean;
  readonly: boolean;
  type: Written;
  /** The members that are not there when this one is. */
  instead: string[];
  comment: Comment;
}

export interface Members {
  own: Member[];
  /** What is exported and gives the rest of the members, the nearest first. */
  inherited: { name: string; target: Target; members: Pick<Member, "name" | "id">[] }[];
}

type Holder = ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeAliasDeclaration;
type Declared = ts.PropertySignature | ts.PropertyDeclaration | ts.MethodSignature;

/** The members of something that is exported as `id`. What it takes from types that nobody can look up is its own. */
export async function membersOf(holder: Holder, id: string): Promise<Members> {
  const found: { declaration: Declared; instead: string[] }[] = [];
  const bases: { name: string; target: Target; holder: Holder }[] = [];

  function addNode(node: ts.TypeNode): void {
    if (ts.isTypeLiteralNode(node)) addAll(node.members, insteadOf(node));
    else if (ts.isParenthesizedTypeNode(node)) addNode(node.type);
    else if (ts.isIntersectionTypeNode(node)) node.types.forEach(addNode);
    else if (ts.isUnionTypeNode(node)) node.types.forEach(addNode);
    else if (ts.isTypeReferenceNode(node)) addReference(node.typeName);
  }

  function addReference(name: ts.Node): void {
    const local = checker.getSymbolAtLocation(name);
    if (local === undefined) return;
    const symbol = declared(local);
    const target = targetOf(symbol);
    const alias = privateAlias(symbol);
    const holders = symbol.declarations?.filter(isHolder) ?? [];
    if (target) bases.push(...holders.map((holder) => ({ name: name.getText(), target, holder })));
    else if (alias) addNode(alias);
    else if (isOurs(symbol)) holders.forEach(addHolder);
  }

  function addHolder(declaration: Holder): void {
    if (ts.isTypeAliasDeclaration(declaration)) {
      addNode(declaration.type);
      return;
    }
    addAll(declaration.members);
    for (const { types } of declaration.heritageClauses ?? []) {
      for (const { expression } of types) addReference(expression);
    }
  }

  function addAll(members: ts.NodeArray<ts.Node>, instead: string[] = []): void {
    for (const declaration of members.filter(isProperty)) {
      if (!isNever(declaration) && isShown(symbolAt(declaration.name))) found.push({ declaration, instead });
    }
  }

  addHolder(holder);
  const own = await Promise.all(found.map((member) => memberOf(member, id)));
  const inherited = await Promise.all(bases.map(inheritedFrom));
  return { own, inherited: inherited.flat() };
}

async function inheritedFrom({
  name,
  target,
  holder,
}: {
  name: string;
  target: Target;
  holder: Holder;
}): Promise<Members["inherited"]> {
  const { inherited, own } = await membersOf(holder, target.id);
  return [{ name, target, members: own }, ...inherited];
}

async function memberOf(
  { declaration, instead }: { declaration: Declared; instead: string[] },
  id: string,
): Promise<Member> {
  const name = declaration.name.getText().replaceAll('"', "");
  const optional = declaration.questionToken !== undefined;
  const type = write(typeOf(declaration));
  // Under `exactOptionalPropertyTypes` the word is there for callers in plain JavaScript; the mark says enough.
  if (optional) type.text = type.text.replace(/ \| undefined$/, "").replace(/^\((.*)\)$/s, "$1");
  return {
    name,
    id: `${id}.${name.replace(/[[\]]/g, "")}`,
    optional,
    readonly: declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true,
    type: await layOutType(type),
    instead,
    comment: commentOf(symbolAt(declaration.name)),
  };
}

/** What one alternative of several says that it does not have. */
function insteadOf({ members, parent }: ts.TypeLiteralNode): string[] {
  if (!ts.isUnionTypeNode(parent)) return [];
  return members.flatMap((member) => (isProperty(member) && isNever(member) ? member.name.getText() : []));
}

function typeOf({ name, type }: Declared): ts.TypeNode {
  if (type === undefined) throw new Error(`${name.getText()} has no type`);
  return type;
}

function symbolAt(node: ts.Node): ts.Symbol {
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined) throw new Error(`${node.getText()} stands for nothing`);
  return declared(symbol);
}

function isHolder(node: ts.Node): node is Holder {
  return ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function isProperty(member: ts.Node): member is Declared {
  return ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) || ts.isMethodSignature(member);
}

function isNever({ type }: Declared): boolean {
  return type?.kind === ts.SyntaxKind.NeverKeyword;
}

/** Whether a member is public, and not one that every error has. */
function isShown({ name, valueDeclaration }: ts.Symbol): boolean {
  if (valueDeclaration === undefined || !isProperty(valueDeclaration)) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  if (ts.getCombinedModifierFlags(valueDeclaration) & hidden) return false;
  return !(name === "name" && ts.isClassDeclaration(valueDeclaration.parent));
}
