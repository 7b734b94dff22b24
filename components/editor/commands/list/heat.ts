import { Flame } from "lucide-react";
import type { Command } from "../command";

/** The view of what a run will probably spend where. */
export const heatCommands: readonly Command[] = [
  {
    id: "heat",
    group: "View",
    label: "Show or hide where time is spent",
    icon: Flame,
    keys: ["Shift+H"],
    looksOnly: true,
    run: ({ ui }) => ui.setState(({ heat }) => ({ heat: heat === null ? "ms" : null })),
  },
];
