import { LayoutGrid, Plus } from "lucide-react";
import type { Command } from "../command";
import { tidy } from "../tidy";

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
    run: (context) => void tidy(context),
  },
];
