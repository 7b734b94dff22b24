/** Puts a text in a field as if it had been typed, so that the browser's own undo takes it back. */
export function insertText(
  area: HTMLTextAreaElement,
  { from, to }: { from: number; to: number },
  text: string,
  caret = text.length,
): void {
  area.focus();
  area.setSelectionRange(from, to);
  // The only way to keep the field's undo history, and supported everywhere though no longer a standard.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  }
  area.setSelectionRange(from + caret, from + caret);
}
