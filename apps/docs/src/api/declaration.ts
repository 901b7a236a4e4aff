import ts from "@typescript/typescript6";
import { type Comment, commentOf } from "./comment.ts";
import { type Members, membersOf } from "./members.ts";
import { isReadable } from "./program.ts";
import { computed, join, layOut, write, type Written } from "./written.ts";

/** Something that an entry point exports, and declares. */
export interface Declaration {
  /** Its name, which is also the ID of its place on the page. */
  name: string;
  kind: "function" | "class" | "interface" | "type" | "value";
  /** How it is declared, when that says more than its members do. */
  code: Written | undefined;
  comment: Comment;
  members: Members;
  /** Whether it is the contract as types, which the reference says in words. */
  generated: boolean;
}

const none: Members = { own: [], inherited: [] };

/** Reads how something is declared. */
export async function declarationOf(name: string, symbol: ts.Symbol): Promise<Declaration> {
  const node = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (node === undefined) throw new Error(`${name} is declared nowhere`);
  const about = { name, comment: commentOf(symbol), members: none, generated: false };
  if (ts.isFunctionDeclaration(node)) {
    return { ...about, kind: "function", code: await layOut(signature(node, name)) };
  }
  if (ts.isVariableDeclaration(node)) return { ...about, kind: "value", code: await layOut(value(node)) };
  if (ts.isTypeAliasDeclaration(node)) {
    if (isObject(node.type))
      return { ...about, kind: "interface", code: undefined, members: await membersOf(node, name) };
    return { ...about, kind: "type", code: await layOut(alias(node)) };
  }
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
    const kind = ts.isClassDeclaration(node) ? "class" : "interface";
    const generated = /\/generated\//.test(node.getSourceFile().fileName);
    const members = generated ? none : await membersOf(node, name);
    const code = await headOf(node);
    return { ...about, kind, code, members, generated };
  }
  throw new Error(`${name} is a ${ts.SyntaxKind[node.kind]}, which no page shows`);
}

/** A function without its body. */
function signature(node: ts.FunctionDeclaration, name: string): Written {
  if (node.type === undefined) throw new Error(`${name} does not say what it returns`);
  const parameters = node.parameters.map((parameter) => {
    if (parameter.type === undefined) throw new Error(`${name} has a parameter without a type`);
    const type = write(parameter.type);
    const optional = parameter.initializer !== undefined || parameter.questionToken !== undefined;
    return join`${nameOf(parameter, parameter.type)}${optional ? "?" : ""}: ${type}`;
  });
  const listed = parameters.reduce((all, parameter) => join`${all}${parameter}, `, join``);
  return join`declare function ${name}${generics(node)}(${listed}): ${write(node.type)}`;
}

/** The name of a parameter. One that is taken apart has none: it is called what the last word of its type is. */
function nameOf({ name }: ts.ParameterDeclaration, type: ts.TypeNode): string {
  if (ts.isIdentifier(name)) return name.text;
  const word = ts.isTypeReferenceNode(type) ? /[A-Z][a-z]+$/.exec(type.typeName.getText())?.[0] : undefined;
  return (word ?? "options").toLowerCase();
}

function generics({ typeParameters = [] }: { typeParameters?: readonly ts.Node[] | undefined }): Written {
  if (typeParameters.length === 0) return join``;
  const listed = typeParameters.map(write).reduce((all, parameter) => join`${all}${parameter}, `, join``);
  return join`<${listed}>`;
}

function value(node: ts.VariableDeclaration): Written {
  const name = node.name.getText();
  return join`declare const ${name}: ${node.type ? write(node.type) : computed(node)}`;
}

function alias(node: ts.TypeAliasDeclaration): Written {
  // The keys of something that is not shown say nothing; the words that they are do.
  const isKeys = ts.isTypeOperatorNode(node.type) && node.type.operator === ts.SyntaxKind.KeyOfKeyword;
  return join`type ${node.name.text}${generics(node)} = ${isKeys ? computed(node) : write(node.type)}`;
}

/** How a class or an interface begins, unless that is its name alone. What nobody can look up is left out. */
async function headOf(node: ts.InterfaceDeclaration | ts.ClassDeclaration): Promise<Written | undefined> {
  const bases = (node.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .filter(isReadable)
    .map(write);
  if (bases.length === 0 && node.typeParameters === undefined) return undefined;
  const word = ts.isClassDeclaration(node) ? "class" : "interface";
  const named = join`${word} ${node.name?.text ?? ""}${generics(node)}`;
  const [first, ...others] = bases;
  if (first === undefined) return layOut(named, " {}");
  return layOut(
    others.reduce((all, base) => join`${all}, ${base}`, join`${named} extends ${first}`),
    " {}",
  );
}

/** Whether an alias stands for an object, whose members are listed. */
function isObject(node: ts.TypeNode): boolean {
  return ts.isTypeLiteralNode(node) || (ts.isIntersectionTypeNode(node) && node.types.some(isObject));
}
