import { Maximize } from "lucide-react";
import { paletteCommand } from "@/components/shell/command-palette/command-source";
import { groupKey, stickyKey } from "../../graph/things";
import type { Selection } from "../../store/selection";
import type { Command } from "../command";

/** What moves the view. */
export const viewCommands: readonly Command[] = [
  {
    id: "fit",
    group: "View",
    label: "Fit the whole graph",
    icon: Maximize,
    keys: ["Shift+1"],
    looksOnly: true,
    run: ({ view }) => view.fit(),
  },
  {
    id: "fit-selection",
    group: "View",
    label: "Zoom to the selection",
    keys: ["Shift+2"],
    looksOnly: true,
    enabled: ({ store }) => keysOf(store.getState().selection).length > 0,
    run: ({ store, view }) => view.fit(keysOf(store.getState().selection)),
  },
  {
    id: "zoom-in",
    group: "View",
    label: "Zoom in",
    keys: ["+", "="],
    looksOnly: true,
    run: ({ view }) => view.zoomBy(1.25),
  },
  {
    id: "zoom-out",
    group: "View",
    label: "Zoom out",
    keys: ["-"],
    looksOnly: true,
    run: ({ view }) => view.zoomBy(0.8),
  },
  {
    id: "zoom-100",
    group: "View",
    label: "Zoom to 100%",
    keys: ["Shift+0"],
    looksOnly: true,
    run: ({ view }) => view.zoomTo(1),
  },
  {
    id: paletteCommand,
    group: "View",
    label: "Search and do anything",
    keys: ["Mod+K"],
    byEvent: true,
    looksOnly: true,
    run: ({ goTo }) => goTo(),
  },
  {
    id: "shortcuts",
    group: "View",
    label: "Keyboard shortcuts",
    keys: ["?"],
    looksOnly: true,
    run: ({ ui }) => ui.setState({ shortcuts: true }),
  },
];

function keysOf({ nodes, groups, stickies }: Selection): string[] {
  return [...nodes, ...[...groups].map(groupKey), ...[...stickies].map(stickyKey)];
}
