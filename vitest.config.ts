import { defineConfig } from "vitest/config";

// Each package runs its own tests from its own folder, all with this configuration.
export default defineConfig({
  test: {
    // A slow machine is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-results.json" }]],
  },
});
