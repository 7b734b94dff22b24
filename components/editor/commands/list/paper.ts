import { Group, StickyNote, Ungroup } from "lucide-react";
import { addSticky } from "../add-sticky";
import type { Command } from "../command";
import { canGroup, canUngroup, groupSelected, ungroupSelected } from "../group-selection";

/** What explains a graph to people: groups and notes. */
export const paperCommands: readonly Command[] = [
  {
    id: "sticky",
    group: "Draw",
    label: "Add note",
    icon: StickyNote,
    keys: ["Shift+S"],
    run: addSticky,
  },
  {
    id: "group",
    group: "Arrange",
    label: "Group",
    icon: Group,
    keys: ["Mod+G"],
    enabled: canGroup,
    run: groupSelected,
  },
  {
    id: "ungroup",
    group: "Arrange",
    label: "Ungroup",
    icon: Ungroup,
    keys: ["Mod+Shift+G"],
    enabled: canUngroup,
    run: ungroupSelected,
  },
];
