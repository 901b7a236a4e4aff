import type { Contract } from "../contract/contract.ts";
import { type Coverage, unseenItems } from "../coverage/coverage.ts";
import { shareSeen } from "./report-coverage.ts";

/** A page that shows the contract itself, with what was never seen marked, like the lines of a program. */
export function coverageAsHtml(coverage: Coverage, contract: Contract): string {
  const unseen = Map.groupBy(unseenItems(coverage), ({ item }) => contract.locate(item.place));
  const seen = new Map<string, number>();
  for (const { key, place } of coverage.items.values()) {
    const at = contract.locate(place);
    const times = (coverage.kept.get(key) ?? 0) + (coverage.broken.get(key) ?? 0);
    seen.set(at, Math.min(seen.get(at) ?? Infinity, times));
  }
  const files = contract
    .sources()
    .filter(({ name }) => [...seen.keys()].some((at) => at.startsWith(`${name}:`)));
  const share = (Math.floor(shareSeen(coverage) * 1000) / 10).toFixed(1);
  const pages = files
    .map(({ name, text }) => ({
      name,
      missed: [...unseen.keys()].filter((at) => at.startsWith(`${name}:`)).length,
      lines: text
        .trimEnd()
        .split("\n")
        .map((line, index) => lineOf(line, index, name, unseen, seen)),
    }))
    .toSorted((one, other) => other.missed - one.missed);
  const note = (missed: number): string =>
    missed === 0 ? "all seen" : `${missed} ${missed === 1 ? "line" : "lines"} never`;
  const sections = pages.map(
    ({ lines, missed, name }) =>
      `<details${missed > 0 ? " open" : ""}><summary>${escape(name)} <b>${note(missed)}</b></summary><div tabindex="0"><table>${lines.join("\n")}</table></div></details>`,
  );
  const parts = unseenItems(coverage).map(({ item, unseen }) => {
    const at = contract.locate(item.place);
    return `<li><a href="#${escape(at)}">${escape(at)}</a> ${escape(`${item.kind} ${item.label}: never ${unseen}`)}</li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of the contract: ${share} %</title>
<style>
:root { color-scheme: light dark; --never: light-dark(#fde2e1, #5a1d1b); --seen: light-dark(#e3f4e5, #173d22); --dim: light-dark(#59636e, #9198a1); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
summary { cursor: pointer; padding: .4rem 0; } summary b { font-weight: normal; color: var(--dim); margin-left: .5rem; }
div { overflow-x: auto; } table { border-collapse: collapse; font: .8125rem/1.6 ui-monospace, monospace; width: 100%; }
td { padding: 0 .6rem; white-space: pre; vertical-align: top; } td:nth-child(-n+2) { color: var(--dim); text-align: right; user-select: none; }
.never td:last-child { background: var(--never); } .seen td:last-child { background: var(--seen); }
em { margin-left: 2rem; font-style: italic; }
</style>
<h1>Coverage of the contract: ${share} %</h1>
<p>Beside each line: how often its least seen part was seen. Marked red: what no exchange has shown, kept or broken.</p>
${coverage.undocumented.size > 0 ? `<p>Seen, and not in the contract: ${escape([...coverage.undocumented].join(", "))}.</p>` : ""}
${parts.length > 0 ? `<details><summary>${parts.length} parts never seen</summary><ul>${parts.join("\n")}</ul></details>` : ""}
${sections.join("\n")}
</html>
`;
}

type Unseen = Map<string, ReturnType<typeof unseenItems>>;

function lineOf(
  line: string,
  index: number,
  name: string,
  unseen: Unseen,
  seen: Map<string, number>,
): string {
  const at = `${name}:${index + 1}`;
  const missing = unseen.get(at);
  const times = seen.get(at);
  const title = missing?.map(({ item, unseen }) => `${item.kind} ${item.label}: never ${unseen}`).join("; ");
  const kind = missing ? "never" : times === undefined ? "" : "seen";
  const row = title ? ` id="${escape(at)}" title="${escape(title)}"` : "";
  return `<tr class="${kind}"${row}><td>${index + 1}</td><td>${times ?? ""}</td><td><code>${escape(line)}</code>${title ? `<em>${escape(title)}</em>` : ""}</td></tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
