// What the other packages generate with: the contract, its exchanges, and the writing of files.
// The contract as types is in types.ts, apart: it loads a compiler.
import { readFile } from "node:fs/promises";
import type { Exchange, InvalidExchange } from "./exchange.ts";

export type { Exchange, InvalidExchange } from "./exchange.ts";
export { emit } from "./emit.ts";

/** A JSON value of the bundle, walked without a type of its own. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

async function readArtefact(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../dist/${name}`, import.meta.url), "utf8"));
}

/** Reads the bundle. */
export async function readContract(): Promise<{ [key: string]: Json }> {
  return (await readArtefact("openapi.json")) as { [key: string]: Json };
}

/** Reads the exchanges that keep the contract, and those that each break one rule of it. */
export async function readExchanges(): Promise<{ valid: Exchange[]; invalid: InvalidExchange[] }> {
  return (await readArtefact("exchanges.json")) as { valid: Exchange[]; invalid: InvalidExchange[] };
}
