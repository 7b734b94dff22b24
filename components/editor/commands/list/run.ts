import { ArrowRightFromLine, ArrowRightToLine, Pin, Play } from "lucide-react";
import { pinnable } from "../../pins/pin-selection";
import type { Command } from "../command";
import { actions } from "../late-actions";
import { canRunPart } from "../part-node";

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
    id: "run-alone",
    group: "Run",
    label: "Run this node alone…",
    icon: Play,
    keys: ["R"],
    enabled: canRunPart,
    run: (context) => actions.use((code) => void code.runAlone(context)),
  },
  {
    id: "run-until",
    group: "Run",
    label: "Run until here",
    icon: ArrowRightToLine,
    keys: ["U"],
    enabled: canRunPart,
    run: (context) => actions.use((code) => code.runUntil(context)),
  },
  {
    id: "run-from",
    group: "Run",
    label: "Run from here",
    icon: ArrowRightFromLine,
    keys: ["Shift+R"],
    enabled: canRunPart,
    run: (context) => actions.use((code) => void code.runFrom(context)),
  },
  {
    id: "pin",
    group: "Run",
    label: "Pin or unpin the output",
    icon: Pin,
    keys: ["P"],
    enabled: (context) => pinnable(context).length > 0,
    run: (context) => actions.use((code) => code.togglePins(context)),
  },
];
