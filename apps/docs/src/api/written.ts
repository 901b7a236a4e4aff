import ts from "@typescript/typescript6";
import { format } from "prettier";
import { checker, declared, isOurs, type Target, targetOf } from "./program.ts";

/** TypeScript as it is written, and where the names in it lead. */
export interface Written {
  text: string;
  links: Record<string, Target>;
}

/**
 * A type as its declaration writes it. An alias that is not exported is replaced by what it stands for: a reader
 * cannot look it up.
 */
export function write(node: ts.Node): Written {
  const links: Written["links"] = {};
  const replaced: { start: number; end: number; text: string }[] = [];
  const visit = (inner: ts.Node): void => {
    if (!ts.isIdentifier(inner)) {
      ts.forEachChild(inner, visit);
      return;
    }
    const symbol = checker.getSymbolAtLocation(inner);
    if (symbol === undefined) return;
    const target = targetOf(declared(symbol));
    const alias = privateAlias(declared(symbol));
    if (target) links[inner.text] = target;
    else if (alias) {
      const { text, links: more } = ts.isMappedTypeNode(alias) ? computed(alias) : write(alias);
      const isName = /^\w+$/.test(text);
      replaced.push({ start: inner.getStart(), end: inner.getEnd(), text: isName ? text : `(${text})` });
      Object.assign(links, more);
    }
  };
  visit(node);
  // With the comment before it: the first of several alternatives may have one.
  const from = node.getFullStart();
  let text = node.getFullText();
  for (const { start, end, text: other } of replaced.toReversed()) {
    text = text.slice(0, start - from) + other + text.slice(end - from);
  }
  return { text: text.trim(), links };
}

/** A type that its declaration derives from another, in the words that come of it. */
export function computed(node: ts.Node): Written {
  const { InTypeAlias, NoTruncation } = ts.TypeFormatFlags;
  const text = checker.typeToString(checker.getTypeAtLocation(node), undefined, InTypeAlias | NoTruncation);
  return { text, links: {} };
}

/** The type behind an alias of these packages that is neither exported nor generic, and does not hold itself. */
export function privateAlias(symbol: ts.Symbol): ts.TypeNode | undefined {
  const declaration = symbol.declarations?.find(ts.isTypeAliasDeclaration);
  if (!declaration || declaration.typeParameters || targetOf(symbol) || !isOurs(symbol)) return undefined;
  const holdsItself = new RegExp(`\\b${symbol.name}\\b`).test(declaration.type.getText());
  return holdsItself ? undefined : declaration.type;
}

/** Writes several parts as one. */
export function join(parts: TemplateStringsArray, ...values: (Written | string)[]): Written {
  const texts = values.map((value) => (typeof value === "string" ? value : value.text));
  const links = values.map((value) => (typeof value === "string" ? {} : value.links));
  return {
    text: String.raw({ raw: parts }, ...texts),
    links: Object.assign({}, ...links) as Written["links"],
  };
}

/** Breaks a declaration into lines that fit. `end` is what the grammar wants after it, and a reader does not. */
export async function layOut({ links, text }: Written, end = ""): Promise<Written> {
  const formatted = await format(text + end, { parser: "typescript", printWidth: 80 });
  return { text: formatted.trim().replace(/^declare |(?: \{\}|;)$/g, ""), links };
}

/** Breaks a type into lines that fit. */
export async function layOutType({ links, text }: Written): Promise<Written> {
  // Most are a few words, which is all that their layout can be.
  if (/^[\w<>[\]"', |]{1,40}$/.test(text)) return { text, links };
  const formatted = await format(`type _ = ${text}`, { parser: "typescript", printWidth: 76 });
  const type = formatted.trim().slice("type _ =".length, -1);
  // Alternatives begin on the next line, further in.
  return { text: (type.startsWith("\n") ? type.replace(/^ {2}/gm, "") : type).trim(), links };
}
