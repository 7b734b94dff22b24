/**
 * What the finger that is down now ends with is no tap: it has opened a menu already. Browsers would click what is
 * under it, and move the focus there.
 */
export function swallowTap(): void {
  const done = new AbortController();
  const { signal } = done;
  const onEnd = (event: TouchEvent) => {
    if (event.cancelable) event.preventDefault();
    done.abort();
  };
  window.addEventListener("touchend", onEnd, { capture: true, passive: false, signal });
  window.addEventListener("touchcancel", () => done.abort(), { capture: true, signal });
  window.addEventListener("touchstart", () => done.abort(), { capture: true, signal });
}
