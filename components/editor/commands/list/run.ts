import { Pin } from "lucide-react";
import { pinnable, togglePins } from "../../pins/pin-selection";
import type { Command } from "../command";

/** What runs the graph, and what its test runs use. */
export const runCommands: readonly Command[] = [
  {
    id: "test-run",
    group: "Run",
    label: "Test run",
    keys: ["Mod+Enter"],
    everywhere: true,
    run: ({ testRun }) => testRun(),
  },
  {
    id: "test-run-without-pins",
    group: "Run",
    label: "Test run without pins",
    keys: ["Mod+Shift+Enter"],
    everywhere: true,
    enabled: ({ store }) => Object.keys(store.getState().document.pins).length > 0,
    run: ({ testRun }) => testRun({ pins: false }),
  },
  {
    id: "pin",
    group: "Run",
    label: "Pin or unpin the output",
    icon: Pin,
    keys: ["P"],
    enabled: (context) => pinnable(context).length > 0,
    run: togglePins,
  },
];
