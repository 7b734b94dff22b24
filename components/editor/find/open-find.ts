import type { EditorUiStore } from "../store/editor-ui";

/** The longest selected text that is taken over as what to look for. */
const LONGEST = 100;

/** Opens the bar with what is selected in a field, if anything; pressed again, its field takes the focus anew. */
export function openFind(ui: EditorUiStore, replacing: boolean): void {
  const selected = selectedText();
  const { find } = ui.getState();
  ui.setState({
    find: {
      ...find,
      open: true,
      replacing: replacing || (find.open && find.replacing),
      query: selected ?? find.query,
    },
  });
  document.getElementById(findFieldId)?.focus();
}

/** The field of the open bar, wherever the command to find was given. */
export const findFieldId = "find-in-graph";

function selectedText(): string | undefined {
  const active = document.activeElement;
  const isField = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
  const text = isField
    ? active.value.slice(active.selectionStart ?? 0, active.selectionEnd ?? 0)
    : (active?.closest(".cm-editor") && document.getSelection()?.toString()) || "";
  const usable = text !== "" && text.length <= LONGEST && !text.includes("\n");
  return usable && active?.id !== findFieldId ? text : undefined;
}
