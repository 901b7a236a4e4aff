import { query } from "jsonpath-rfc9535";
import type { Json } from "../generate/index.ts";
import { escape } from "../source/claims.ts";
import { textsOf } from "./texts.ts";
import { problemsOf } from "./translation.ts";

/** A document of the Overlay Specification, as far as a translation uses it. */
export interface Overlay {
  /** The file, from the root of the repository. */
  file: string;
  actions: Action[];
}

/** Puts texts into Chinese, and keeps the English that they were translated from beside them. */
export interface Action {
  /** A JSONPath into the bundle. */
  target: string;
  "x-english": Json;
  update: Json;
}

/** What is wrong with the translation of a contract, in a line each: where, what, and how to mend it. */
export function check(contract: Json, overlays: Overlay[]): string[] {
  const { pointers, texts } = textsOf(contract);
  const problems: string[] = [];
  const translated = new Set<string>();

  function checkText(file: string, pointer: string, chinese: string, english: string | undefined) {
    const report = (problem: string) => problems.push(`${file}: #${pointer} ${problem}.`);
    const current = texts.get(pointer);
    if (current === undefined) {
      report("is no text of the contract: take it away, or mend the target of its action");
    } else if (translated.has(pointer)) {
      report("is translated twice: keep one of the two");
    } else if (english === undefined) {
      report(`has no English beside it: write ${quote(current)} in \`x-english\``);
    } else if (quote(english) !== quote(current)) {
      report(
        `has changed since it was translated, from ${quote(english)} to ${quote(current)}: translate it anew, and write the new English in \`x-english\``,
      );
    } else {
      problemsOf(current, chinese).forEach(report);
    }
    translated.add(pointer);
  }

  function checkAction(file: string, action: Action) {
    const { target, update, "x-english": english, ...rest } = action;
    const report = (problem: string) => problems.push(`${file}: the action on ${target} ${problem}.`);
    for (const key of Object.keys(rest)) {
      report(`has \`${key}\`: an action translates, and does nothing else`);
    }
    const [chineseTexts, englishTexts] = [leavesOf(update), leavesOf(english)];
    for (const place of englishTexts.keys()) {
      if (chineseTexts.has(place)) continue;
      report(`has ${place.slice(1)} in \`x-english\` only: translate it in \`update\``);
    }
    const nodes = query(contract, target) as Json[];
    if (nodes.length === 0) {
      report("hits nothing in the contract: mend the target, or take the action away");
    }
    for (const pointer of nodes.map((node) => pointers.get(node))) {
      if (pointer === undefined) {
        report("hits a value: name the object that the value stands in");
        continue;
      }
      for (const [place, chinese] of chineseTexts) {
        checkText(file, `${pointer}${place}`, chinese, englishTexts.get(place));
      }
    }
  }

  for (const { file, actions } of overlays) {
    for (const action of actions) checkAction(file, action);
  }
  for (const [pointer, text] of texts) {
    if (translated.has(pointer)) continue;
    problems.push(
      `openapi/overlays/zh-CN: #${pointer} is not translated: add ${quote(text)} to \`x-english\` and its Chinese to \`update\` of an action.`,
    );
  }
  return problems;
}

/** The values of an update, by their JSON Pointers in it. */
function leavesOf(node: Json | undefined, pointer = ""): Map<string, string> {
  if (node === undefined) return new Map();
  if (typeof node !== "object" || node === null) return new Map([[pointer, String(node)]]);
  const entries = Object.entries(node);
  return new Map(entries.flatMap(([key, value]) => [...leavesOf(value, `${pointer}/${escape(key)}`)]));
}

/** A text in one line: where its lines break says nothing. */
function quote(text: string): string {
  return JSON.stringify(text.trim().replaceAll(/\s+/g, " "));
}
