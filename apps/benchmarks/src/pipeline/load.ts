// Reads a contract as the commands of `mpc-contract` do before they check anything, and says which operations it has.
import { readContract } from "@mpc-contract/testing";

const { operations } = await readContract(process.argv[2]);
console.log(Object.keys(operations).join("\n"));
