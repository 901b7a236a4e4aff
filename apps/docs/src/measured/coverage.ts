import { globSync } from "node:fs";
import { type ItemKind, checkRecordings } from "@mpc-contract/testing";
import { workspace } from "../site/workspace.ts";
import { contract } from "./contract.ts";

/** How many of some parts were seen. */
export interface Share {
  seen: number;
  of: number;
}

interface Part {
  label: string;
  /** Where in the bundle, as a JSON Pointer. */
  pointer: string;
  /** In how many exchanges it is kept, and in how many broken; absent when it cannot be. */
  kept?: number;
  broken?: number;
}

/** The parts of one kind, such as all parameters. */
interface Kind {
  kind: ItemKind;
  parts: Part[];
  kept: Share;
  broken: Share;
}

const files = globSync("openapi/examples/*/*.yaml", { cwd: workspace }).map((file) => `${workspace}/${file}`);
const { coverage, exchanges } = await checkRecordings(contract, files, { observe: true });
if (coverage === undefined) throw new Error("The exchanges were checked, and nothing was observed");

/** How many exchanges there are. */
export const exchangeCount = exchanges;

/** The parts of the contract by their kind, and how often the exchanges show each. */
export const kinds: Kind[] = [...Map.groupBy(coverage.items.values(), ({ kind }) => kind)].map(
  ([kind, items]) => {
    const parts = items.map(({ breakable, keepable, key, label, place }) => ({
      label,
      pointer: place.slice(1),
      ...(keepable ? { kept: coverage.kept.get(key) ?? 0 } : {}),
      ...(breakable ? { broken: coverage.broken.get(key) ?? 0 } : {}),
    }));
    return { kind, parts, kept: shareOf(parts, "kept"), broken: shareOf(parts, "broken") };
  },
);

/** The parts of all kinds together. */
export const all = {
  kept: sum(kinds.map(({ kept }) => kept)),
  broken: sum(kinds.map(({ broken }) => broken)),
};

function shareOf(parts: Part[], side: "kept" | "broken"): Share {
  const counts = parts.flatMap((part) => part[side] ?? []);
  return { seen: counts.filter((count) => count > 0).length, of: counts.length };
}

function sum(shares: Share[]): Share {
  return shares.reduce((one, other) => ({ seen: one.seen + other.seen, of: one.of + other.of }), {
    seen: 0,
    of: 0,
  });
}
