import { createMpcClient, type MpcClient } from "@mpc-contract/client";
import { createEmulator, type Emulator, emulatorToken } from "@mpc-contract/emulator";
import { test as base } from "vitest";

/** A test with an emulator of its own, whose clock stands still until it is advanced, and a client of it. */
export const test = base.extend<{ emulator: Emulator; mpc: MpcClient }>({
  // oxlint-disable-next-line no-empty-pattern
  async emulator({}, use) {
    await using emulator = createEmulator({ clock: new Date("2026-11-23T12:00:00Z") });
    await use(emulator);
  },
  async mpc({ emulator }, use) {
    await use(
      createMpcClient({
        endpoint: "http://emulator",
        projectId: "my-project",
        credentials: { token: emulatorToken },
        fetch: emulator.fetch,
      }),
    );
  },
});
