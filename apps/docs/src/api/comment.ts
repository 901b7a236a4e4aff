import ts from "@typescript/typescript6";
import { checker } from "./program.ts";

/** What a doc comment says, as Markdown. */
export interface Comment {
  text: string;
  parameters: { name: string; text: string }[];
  returns: string;
  /** The errors it throws, each with the case. */
  throws: { error: string; text: string }[];
  examples: string[];
}

/** Reads the doc comment of a symbol; what a class inherits is said where it is not said again. */
export function commentOf(symbol: ts.Symbol): Comment {
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => ({
    name,
    text: ts.displayPartsToString(text).trim(),
  }));
  const of = (name: string): string[] => tags.filter((tag) => tag.name === name).map(({ text }) => text);
  return {
    text: [ts.displayPartsToString(symbol.getDocumentationComment(checker)), ...of("remarks")]
      .filter((text) => text !== "")
      .join("\n\n"),
    parameters: of("param").map((tag) => {
      const [name = "", ...words] = tag.split(/\s+/);
      return { name, text: words.join(" ") };
    }),
    returns: of("returns").join(" "),
    throws: of("throws").map((tag) => {
      const [, error = "", text = ""] = /^\{(\w+)\}\s*(.*)$/s.exec(tag) ?? [];
      if (error === "") throw new Error(`@throws of ${symbol.name} does not name an error: ${tag}`);
      return { error, text };
    }),
    examples: of("example"),
  };
}

/** What a file says of itself, in the comment that ends in `@packageDocumentation`. */
export function fileComment(file: ts.SourceFile): string {
  const comment = (ts.getLeadingCommentRanges(file.text, 0) ?? [])
    .map(({ end, pos }) => file.text.slice(pos, end))
    .find((text) => text.includes("@packageDocumentation"));
  return (comment ?? "")
    .replace(/^\/\*\*|\*\/$/g, "")
    .replace(/^[ \t]*\* ?/gm, "")
    .replace("@packageDocumentation", "")
    .trim();
}
