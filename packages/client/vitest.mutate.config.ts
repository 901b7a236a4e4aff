import { mergeConfig } from "vitest/config";
import client from "./vitest.config.ts";

// What runs a build or a whole runtime sees no mutant of the sources.
export default mergeConfig(client, { test: { exclude: ["test/package.test.ts", "test/runtimes/**"] } });
