import { createSatteriMarkdownProcessor } from "@astrojs/markdown-satteri";

// Quotes and dashes stay as the contract has them, and its code needs no colours.
const processor = await createSatteriMarkdownProcessor({ smartypants: false, syntaxHighlight: false });

/** Renders Markdown to HTML. */
export async function block(markdown: string): Promise<string> {
  return (await processor.render(markdown)).code;
}

/** Renders Markdown of one paragraph to HTML that may stand within a line. */
export async function inline(markdown: string): Promise<string> {
  const html = (await block(markdown)).trim();
  return html.startsWith("<p>") && html.lastIndexOf("<p>") === 0 ? html.slice(3, -"</p>".length) : html;
}

/** The text of Markdown without its marks, for places that take no HTML. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(/[*`]/g, "").replace(/\s+/g, " ").trim();
}
