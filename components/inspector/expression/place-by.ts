const gap = 4;

/** Puts a floating box below what it belongs to, or above it where there is more room; always inside the window. */
export function placeBy(box: HTMLElement, anchor: HTMLElement | null): void {
  const at = anchor?.getBoundingClientRect();
  if (!at) return;
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.max(gap * 2, Math.min(at.left, window.innerWidth - width - gap * 2));
  const below = at.bottom + gap;
  const fits = below + height <= window.innerHeight - gap;
  const top = fits || at.top < window.innerHeight - at.bottom ? below : Math.max(gap, at.top - height - gap);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
