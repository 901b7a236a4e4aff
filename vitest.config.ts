import { defineConfig } from "vitest/config";

// Each package runs its own tests from its own folder, all with this configuration.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-results.json" }]],
  },
});
