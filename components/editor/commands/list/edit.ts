import { ClipboardPaste, Copy, CopyPlus, Power, Redo2, Scissors, Trash2, Undo2 } from "lucide-react";
import type { Command } from "../command";
import { deleteSelection, toggleDisabled, travel } from "../edit-selection";
import { actions } from "../late-actions";
import { openSelected, renameSelected } from "../open-selected";
import { hasCopyable, hasSelection, hasWorking, oneThing, oneTitle } from "../selection-state";

/** What changes what is there. */
export const editCommands: readonly Command[] = [
  {
    id: "open",
    group: "Edit",
    label: "Edit",
    keys: ["Enter"],
    looksOnly: true,
    enabled: oneThing,
    run: openSelected,
  },
  {
    id: "rename",
    group: "Edit",
    label: "Rename",
    keys: ["F2"],
    enabled: oneTitle,
    run: renameSelected,
  },
  {
    id: "disable",
    group: "Edit",
    label: "Turn off or on",
    icon: Power,
    keys: ["D"],
    enabled: hasWorking,
    run: ({ store }) => toggleDisabled(store),
  },
  {
    id: "undo",
    group: "Edit",
    label: "Undo",
    icon: Undo2,
    keys: ["Mod+Z"],
    enabled: ({ store }) => store.getState().history.undo.length > 0,
    run: ({ store }) => travel(store, "undo"),
  },
  {
    id: "redo",
    group: "Edit",
    label: "Redo",
    icon: Redo2,
    keys: ["Mod+Shift+Z", "Mod+Y"],
    enabled: ({ store }) => store.getState().history.redo.length > 0,
    run: ({ store }) => travel(store, "redo"),
  },
  {
    id: "cut",
    group: "Edit",
    label: "Cut",
    icon: Scissors,
    keys: ["Mod+X"],
    byEvent: true,
    enabled: hasCopyable,
    run: ({ store }) => actions.use((code) => void code.cutSelection(store)),
  },
  {
    id: "copy",
    group: "Edit",
    label: "Copy",
    icon: Copy,
    keys: ["Mod+C"],
    byEvent: true,
    looksOnly: true,
    enabled: hasCopyable,
    run: ({ store }) => actions.use((code) => void code.copySelection(store)),
  },
  {
    id: "paste",
    group: "Edit",
    label: "Paste",
    icon: ClipboardPaste,
    keys: ["Mod+V"],
    byEvent: true,
    run: ({ store, ui, view }) => {
      const at = view.pointer();
      actions.use((code) => void code.pasteFromClipboard(store, ui, at));
    },
  },
  {
    id: "duplicate",
    group: "Edit",
    label: "Duplicate",
    icon: CopyPlus,
    keys: ["Mod+D"],
    enabled: hasCopyable,
    run: ({ store }) => actions.use((code) => code.duplicateSelection(store)),
  },
  {
    id: "delete",
    group: "Edit",
    label: "Delete",
    icon: Trash2,
    keys: ["Delete", "Backspace"],
    enabled: hasSelection,
    run: ({ store }) => deleteSelection(store),
  },
];
