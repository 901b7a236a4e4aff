// What a translation into simplified Chinese owes to its English, and to the eye.

const codeSpan = /`[^`]+`/g;
const link = /\]\([^)]*\)|https?:\/\/[^\s)>，。；）]+/g;
const number = /\d+/g;
const han = String.raw`\p{Script=Han}`;

/** What both have as it is, in any order. */
const kept: Record<string, (text: string) => string[]> = {
  "the code": (text) => text.match(codeSpan) ?? [],
  "the link": (text) => withoutCode(text).match(link) ?? [],
  "the number": (text) => withoutCode(text).match(number) ?? [],
};

/** What both have as often. */
const counted: Record<string, RegExp> = {
  paragraphs: /(?:^|\n\s*\n)(?=\S)/g,
  "list items": /^- /gm,
  "lines of a code block": /^ {4,}\S/gm,
  "marks of emphasis": /\*+/g,
};

/** What looks wrong on a page in Chinese. */
const typography: [RegExp, string][] = [
  [
    new RegExp(String.raw`${han}[0-9A-Za-z\x60]|[0-9A-Za-z\x60]${han}`, "u"),
    "lacks a space between Chinese and Latin: put one",
  ],
  [
    new RegExp(`${han}[,.;:?!()]|[,;:?!()]${han}`, "u"),
    "has half-width punctuation beside Chinese: write it full-width",
  ],
  [/[，。；：？！、（）] | [，。；：？！、（）]/u, "has a space beside full-width punctuation: take it away"],
  [
    new RegExp(String.raw`[${han}，。；：？！、（）]\n[${han}]`, "u"),
    "is broken within a paragraph, which a page shows as a space: write the paragraph in one line",
  ],
];

/** What is wrong with a translation, each as what follows its name in a sentence. */
export function problemsOf(english: string, chinese: string): string[] {
  if (!new RegExp(han, "u").test(chinese)) return ["is not in Chinese: translate it"];
  const problems: string[] = [];
  for (const [what, find] of Object.entries(kept)) {
    const [before, after] = [new Set(find(english)), new Set(find(chinese))];
    for (const each of before) {
      if (!after.has(each)) problems.push(`lacks ${what} ${each} of the English: keep it as it is`);
    }
    for (const each of after) {
      if (!before.has(each)) problems.push(`has ${what} ${each}, which the English lacks: take it away`);
    }
  }
  for (const [what, pattern] of Object.entries(counted)) {
    const [before, after] = [countOf(pattern, english), countOf(pattern, chinese)];
    if (before !== after) {
      problems.push(`has ${after} ${what}, and the English ${before}: keep its structure`);
    }
  }
  if (endOf(english) !== endOf(chinese)) {
    problems.push(
      `ends with "${endOf(chinese)}" where the English ends with "${endOf(english)}": end it alike`,
    );
  }
  for (const [pattern, problem] of typography) {
    const [found] = pattern.exec(chinese) ?? [];
    if (found !== undefined) problems.push(`${problem}, at ${JSON.stringify(found)}`);
  }
  return problems;
}

function withoutCode(text: string): string {
  return text.replaceAll(codeSpan, "");
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** The punctuation that ends a text, as English has it. */
function endOf(text: string): string {
  const last = text.trimEnd().slice(-1);
  const full = "。？：！".indexOf(last);
  if (full !== -1) return ".?:!".charAt(full);
  return ".?:!".includes(last) ? last : "";
}
