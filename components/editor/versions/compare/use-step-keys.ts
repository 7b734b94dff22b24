import { useEffect } from "react";

/** n and p go to the next and the previous change, wherever the focus is, unless something is being typed. */
export function useStepKeys(onStep: (by: 1 | -1) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      if (defaultPrevented || ctrlKey || metaKey || altKey || (key !== "n" && key !== "p")) return;
      const typing =
        "input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=dialog]";
      if (target instanceof Element && target.closest(typing)) return;
      event.preventDefault();
      onStep(key === "n" ? 1 : -1);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onStep]);
}
