import { groupKey, stickyKey } from "../graph/things";
import { onlySelected } from "../store/selection";
import type { CommandContext } from "./command";

/** Opens the settings of the one thing that is selected; a note is written on the canvas itself. */
export function openSelected(context: CommandContext): void {
  const { store, ui } = context;
  const { selection, readOnly } = store.getState();
  const isNote = onlySelected(selection).stickyId !== undefined;
  if (isNote && !readOnly) renameSelected(context);
  else ui.setState({ tab: "settings", inspectorSheet: true, focusField: null });
}

/** Makes the title of the selected node or group, or the text of the selected note, a field where it stands. */
export function renameSelected({ store, ui }: CommandContext): void {
  const { nodeId, groupId, stickyId } = onlySelected(store.getState().selection);
  if (nodeId) ui.setState({ renaming: nodeId });
  if (groupId) ui.setState({ renaming: groupKey(groupId) });
  if (stickyId) ui.setState({ renaming: stickyKey(stickyId) });
}
