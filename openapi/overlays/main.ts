// Says what is wrong with the translation of the contract, in a line each.
import { readContract } from "../generate/index.ts";
import { check } from "./check.ts";
import { readOverlays } from "./read.ts";

const problems = check(await readContract(), await readOverlays());
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
