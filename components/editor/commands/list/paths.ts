import { Route } from "lucide-react";
import type { Command } from "../command";
import { oneNode } from "../selection-state";

/** The view of what runs around a node. */
export const pathCommands: readonly Command[] = [
  {
    id: "paths",
    group: "View",
    label: "Show what runs before and after",
    icon: Route,
    keys: ["Shift+P"],
    looksOnly: true,
    enabled: oneNode,
    run: ({ ui }) => ui.setState({ tab: "paths", inspectorSheet: true, focusField: null }),
  },
  {
    id: "leave-paths",
    group: "View",
    label: "Leave the view of paths",
    keys: ["Escape"],
    looksOnly: true,
    early: true,
    enabled: (context) => context.ui.getState().tab === "paths" && oneNode(context),
    run: ({ ui }) => ui.setState({ tab: "settings" }),
  },
];
