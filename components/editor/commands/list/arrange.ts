import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  LayoutGrid,
  type LucideIcon,
} from "lucide-react";
import type { Alignment } from "../../graph/arrange";
import type { Command } from "../command";
import { actions } from "../late-actions";
import { nodesMeantAtLeast, nodesSelected } from "../selection-state";

const alignments: readonly [to: Alignment, label: string, key: string, icon: LucideIcon][] = [
  ["left", "Align left edges", "Alt+A", AlignStartVertical],
  ["center", "Align centers", "Alt+H", AlignCenterVertical],
  ["right", "Align right edges", "Alt+D", AlignEndVertical],
  ["top", "Align upper edges", "Alt+W", AlignStartHorizontal],
  ["middle", "Align middles", "Alt+V", AlignCenterHorizontal],
  ["bottom", "Align lower edges", "Alt+S", AlignEndHorizontal],
];

/** What puts several nodes in order. */
export const arrangeCommands: readonly Command[] = [
  ...alignments.map(
    ([to, label, key, icon]): Command => ({
      id: `align-${to}`,
      group: "Arrange",
      label,
      icon,
      keys: [key],
      enabled: nodesSelected(2),
      run: (context) => actions.use(({ align }) => align(context, to)),
    }),
  ),
  {
    id: "distribute-x",
    group: "Arrange",
    label: "Distribute from left to right",
    icon: AlignHorizontalSpaceBetween,
    keys: ["Alt+Shift+H"],
    enabled: nodesSelected(3),
    run: (context) => actions.use(({ distribute }) => distribute(context, "x")),
  },
  {
    id: "distribute-y",
    group: "Arrange",
    label: "Distribute from top to bottom",
    icon: AlignVerticalSpaceBetween,
    keys: ["Alt+Shift+V"],
    enabled: nodesSelected(3),
    run: (context) => actions.use(({ distribute }) => distribute(context, "y")),
  },
  {
    id: "tidy-selection",
    group: "Arrange",
    label: "Tidy the selection",
    icon: LayoutGrid,
    keys: ["Alt+Shift+L"],
    enabled: nodesMeantAtLeast(2),
    run: (context) => actions.use((code) => void code.tidySelection(context)),
  },
];
