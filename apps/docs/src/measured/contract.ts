import { join } from "node:path";
import { readContract } from "@mpc-contract/testing";
import { workspace } from "../site/workspace.ts";

/** The contract, as the tests of it read it. */
export const contract = await readContract(join(workspace, "openapi/openapi.yaml"));
