import { defineConfig } from "vitest/config";

/** `npm run test:faults`: real processes of the built app, a database of their own, and faults. */
export default defineConfig({
  resolve: { alias: { "@": new URL("../..", import.meta.url).pathname.replace(/\/$/, "") } },
  test: {
    name: "faults",
    include: ["e2e/faults/faults.test.ts"],
    testTimeout: 45 * 60_000,
    hookTimeout: 60_000,
    // Scenarios share an installation, one after the other.
    fileParallelism: false,
  },
});
