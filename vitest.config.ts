import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };
const setupFiles = ["workflows/testing/seed.ts"];
const elsewhere = ["node_modules/**", ".next/**", "dist/**", "e2e/**"];

export default defineConfig({
  test: {
    // Loading the same modules anew for each of some 750 files takes longer than all tests do. What a file changes
    // for others to see, it puts back.
    isolate: false,
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          setupFiles,
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...elsewhere, "**/*.int.test.ts"],
          // Property tests take some seconds where other work shares the machine.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          setupFiles,
          include: ["**/*.int.test.ts"],
          // On a server of one's own there is nothing new to learn about the embedded one.
          exclude: process.env.TEST_DATABASE_URL ? [...elsewhere, "lib/db/embedded/**"] : elsewhere,
          // They share one database server.
          maxWorkers: 2,
          globalSetup: ["lib/db/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
