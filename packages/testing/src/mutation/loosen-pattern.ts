import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** A pattern that admits more than another, and how. */
export interface LooserPattern {
  pattern: string;
  what: string;
}

/** The ways in which one writes a pattern too loosely: not anchored, too few or too many, too wide a class. */
export function* loosenPattern(pattern: string): Generator<LooserPattern> {
  const replace = ({ end, start }: { start: number; end: number }, text: string): string =>
    pattern.slice(0, start) + text + pattern.slice(end);
  for (const node of nodesOf(parse(pattern))) {
    if (node.type === "Assertion" && (node.kind === "start" || node.kind === "end")) {
      yield { pattern: replace(node, ""), what: `pattern without ${node.raw} at ${node.start}` };
    }
    if (node.type === "Quantifier") {
      const element = node.element.raw;
      if (node.min > 0)
        yield {
          pattern: replace(node, element + braces(node.min - 1, node.max)),
          what: `pattern ${node.raw} at ${node.start}: one fewer`,
        };
      if (node.max !== Infinity)
        yield {
          pattern: replace(node, element + braces(node.min, node.max + 1)),
          what: `pattern ${node.raw} at ${node.start}: one more`,
        };
    }
    if (node.type === "CharacterClass") {
      yield { pattern: replace(node, "[^]"), what: `pattern ${node.raw} at ${node.start}: any character` };
    }
  }
}

function parse(pattern: string): AST.Pattern | undefined {
  const parser = new RegExpParser();
  for (const unicode of [true, false]) {
    try {
      return parser.parsePattern(pattern, 0, pattern.length, { unicode });
    } catch {
      // Read without Unicode next, as the checks do.
    }
  }
  return undefined;
}

function braces(min: number, max: number): string {
  return max === Infinity ? `{${min},}` : min === max ? `{${min}}` : `{${min},${max}}`;
}

type PatternNode = AST.Pattern | AST.Alternative | AST.Element;

function* nodesOf(node: PatternNode | undefined): Generator<PatternNode> {
  if (node === undefined) return;
  yield node;
  if (node.type === "Quantifier") yield* nodesOf(node.element);
  else if ("alternatives" in node) {
    for (const alternative of node.alternatives) yield* nodesOf(alternative);
  } else if (node.type === "Alternative") for (const element of node.elements) yield* nodesOf(element);
}
