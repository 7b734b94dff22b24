import type { Command } from "../command";

/** What runs the graph. */
export const runCommands: readonly Command[] = [
  {
    id: "test-run",
    group: "Run",
    label: "Test run",
    keys: ["Mod+Enter"],
    run: ({ testRun }) => testRun(),
  },
];
