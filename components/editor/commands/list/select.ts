import { nothingSelected, selectAll } from "../../store/selection";
import type { Command, CommandContext } from "../command";
import { hasSelection, nodesSelected } from "../selection-state";
import { selectReached, selectSameType, walk } from "../walk-selection";

/** Several nodes, groups and notes are moved by the arrow keys instead. */
const canWalk = ({ store }: CommandContext) => {
  const { nodes, groups, stickies } = store.getState().selection;
  return nodes.size < 2 && groups.size + stickies.size === 0;
};

/** What chooses nodes and walks through them. */
export const selectCommands: readonly Command[] = [
  {
    id: "select-all",
    group: "Select",
    label: "Select all",
    keys: ["Mod+A"],
    looksOnly: true,
    run: ({ store }) => store.getState().select(selectAll(store.getState().document)),
  },
  {
    id: "select-none",
    group: "Select",
    label: "Select nothing",
    keys: ["Escape"],
    looksOnly: true,
    enabled: hasSelection,
    run: ({ store }) => store.getState().select(nothingSelected),
  },
  {
    id: "select-type",
    group: "Select",
    label: "Select all of the same type",
    keys: ["Shift+T"],
    looksOnly: true,
    enabled: nodesSelected(1),
    run: selectSameType,
  },
  {
    id: "select-downstream",
    group: "Select",
    label: "Select all that follows",
    keys: ["Shift+ArrowRight"],
    looksOnly: true,
    early: true,
    enabled: nodesSelected(1),
    run: (context) => selectReached(context, "downstream"),
  },
  {
    id: "select-upstream",
    group: "Select",
    label: "Select all that leads here",
    keys: ["Shift+ArrowLeft"],
    looksOnly: true,
    early: true,
    enabled: nodesSelected(1),
    run: (context) => selectReached(context, "upstream"),
  },
  {
    id: "walk-right",
    group: "Select",
    label: "Go to the next node",
    keys: ["ArrowRight"],
    looksOnly: true,
    early: true,
    enabled: canWalk,
    run: (context) => walk(context, "right"),
  },
  {
    id: "walk-left",
    group: "Select",
    label: "Go to the node before",
    keys: ["ArrowLeft"],
    looksOnly: true,
    early: true,
    enabled: canWalk,
    run: (context) => walk(context, "left"),
  },
  {
    id: "walk-up",
    group: "Select",
    label: "Go to the node above",
    keys: ["ArrowUp"],
    looksOnly: true,
    early: true,
    enabled: canWalk,
    run: (context) => walk(context, "up"),
  },
  {
    id: "walk-down",
    group: "Select",
    label: "Go to the node below",
    keys: ["ArrowDown"],
    looksOnly: true,
    early: true,
    enabled: canWalk,
    run: (context) => walk(context, "down"),
  },
];
