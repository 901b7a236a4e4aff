// Writes a contract as types, as those of this project's client are written.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { contractTypes } from "@mpc-contract/openapi/generate/types";

const [document = "", file = ""] = process.argv.slice(2);
await writeFile(file, await contractTypes(pathToFileURL(document)));
