const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const arrows = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

const glyphs: Readonly<Record<string, string>> = isMac
  ? { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↵", Delete: "⌫", Escape: "Esc", ...arrows }
  : { Mod: "Ctrl", Enter: "↵", Delete: "Del", Escape: "Esc", ...arrows };

/** `Mod+Shift+Z` in its parts; the plus sign is a key of its own. */
function partsOf(shortcut: string): string[] {
  return shortcut.split(/(?<=.)\+(?=.)/);
}

/** The keys of a shortcut such as `Mod+Shift+Z` as they are printed on this keyboard. */
export function keysToShow(shortcut: string): string[] {
  return partsOf(shortcut).map((key) => glyphs[key] ?? key);
}

/** A shortcut as one short text, for tooltips and menus. */
export function shortcutText(shortcut: string): string {
  return keysToShow(shortcut).join(isMac ? "" : "+");
}

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Whether a key press is the shortcut. Letters match whatever the layout's case; Shift must be named. */
export function pressed(event: KeyPress, shortcut: string): boolean {
  const parts = partsOf(shortcut);
  const key = parts.at(-1) ?? "";
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  if (parts.includes("Mod") !== mod || otherMod || parts.includes("Alt") !== event.altKey) return false;
  // A sign such as ? already contains the Shift that makes it on this keyboard.
  const letterOrName = /^[a-z0-9]$/i.test(key) || key.length > 1;
  if (letterOrName && parts.includes("Shift") !== event.shiftKey) return false;
  // With Alt some keyboards write another letter.
  if (parts.includes("Alt") && /^[a-z]$/i.test(key)) return event.code === `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}`;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** Whether the key press belongs to a field, a menu or a dialog rather than to the canvas. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      "input, textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], .cm-editor",
    ) !== null
  );
}
