import { LayoutGrid, Plus } from "lucide-react";
import type { Command } from "../command";
import { actions } from "../late-actions";

/** What makes the graph. */
export const drawCommands: readonly Command[] = [
  {
    id: "add",
    group: "Draw",
    label: "Add node",
    icon: Plus,
    keys: ["Tab", "/"],
    run: ({ view }) => view.openPalette(),
  },
  {
    id: "tidy",
    group: "Draw",
    label: "Tidy layout",
    icon: LayoutGrid,
    keys: ["Shift+L"],
    run: (context) => actions.use((code) => void code.tidy(context)),
  },
];
