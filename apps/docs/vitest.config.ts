import { defineConfig, mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import shared from "../../vitest.config.ts";

/** Begins with the test that takes longest. Vitest would begin with the largest file, and end with this one alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): number =>
      Number(moduleId.endsWith("/every-page.test.ts"));
    return files.toSorted((one, other) => isLongest(other) - isLongest(one));
  }
}

export default mergeConfig(
  shared,
  // Each worker has a browser, which takes a core.
  defineConfig({
    test: {
      maxWorkers: 2,
      sequence: { sequencer: LongestFirst },
      globalSetup: "test/unpacked-browser.ts",
    },
  }),
);
