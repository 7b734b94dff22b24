import { Replace, Search } from "lucide-react";
import { openFind } from "../../find/open-find";
import type { Command, CommandContext } from "../command";

const canStep = ({ ui }: CommandContext) => ui.getState().find.step !== null;

/** What looks for words in the whole graph. */
export const findCommands: readonly Command[] = [
  {
    id: "find",
    group: "Edit",
    label: "Find",
    icon: Search,
    keys: ["Mod+F"],
    everywhere: true,
    looksOnly: true,
    run: ({ ui }) => openFind(ui, false),
  },
  {
    id: "replace",
    group: "Edit",
    label: "Find and replace",
    icon: Replace,
    keys: ["Mod+Alt+F", "Mod+H"],
    everywhere: true,
    run: ({ ui }) => openFind(ui, true),
  },
  {
    id: "find-next",
    group: "Edit",
    label: "Next match",
    keys: ["F3"],
    everywhere: true,
    looksOnly: true,
    enabled: canStep,
    run: ({ ui }) => ui.getState().find.step?.(1),
  },
  {
    id: "find-previous",
    group: "Edit",
    label: "Match before",
    keys: ["Shift+F3"],
    everywhere: true,
    looksOnly: true,
    enabled: canStep,
    run: ({ ui }) => ui.getState().find.step?.(-1),
  },
];
