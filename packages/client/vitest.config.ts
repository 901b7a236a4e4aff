import { fileURLToPath } from "node:url";
import { mergeConfig } from "vitest/config";
import shared from "../../vitest.config.ts";

// Tests run the sources, not what is built of them.
export default mergeConfig(shared, {
  test: {
    coverage: {
      include: ["src"],
      reporter: ["text-summary"],
      reportsDirectory: "node_modules/.coverage",
      thresholds: { branches: 100 },
    },
  },
  resolve: { alias: { "#digest": fileURLToPath(new URL("src/digest-node.ts", import.meta.url)) } },
});
