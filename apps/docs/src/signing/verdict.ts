import type { Difference } from "./compare.ts";

/** Says that a text of another signer is right. */
export function agreement(stage: string): Node[] {
  return [paragraph(`${stage}: the same, to the last character.`)];
}

/** Shows the line of a text of another signer that differs, over the right one. */
export function disagreement(
  stage: string,
  part: string | undefined,
  { line, ours, theirs }: Difference,
): Node[] {
  const list = document.createElement("dl");
  list.append(...entry("yours", theirs), ...entry("right", ours));
  const where = part === undefined ? "" : `, ${part}`;
  return [paragraph(`${stage}: line ${line}${where}, is the first that differs.`), list];
}

function paragraph(text: string): Node {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}

function entry(name: string, [before, differs, after]: Difference["ours"]): Node[] {
  const term = document.createElement("dt");
  term.textContent = name;
  const marked = document.createElement("mark");
  marked.textContent = differs;
  const line = document.createElement("dd");
  line.append(before, marked, after);
  return [term, line];
}
