"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { type AxisWindow, panned, wholeAxis, zoomAround } from "./zoom";

const nearer = 0.6;
const middle = ({ from, to }: AxisWindow) => (from + to) / 2;

export function zoomedIn(window: AxisWindow): AxisWindow {
  return zoomAround(window, nearer, middle(window));
}
export function zoomedOut(window: AxisWindow): AxisWindow {
  return zoomAround(window, 1 / nearer, middle(window));
}

const byKey = new Map<string, (window: AxisWindow) => AxisWindow>([
  ["+", zoomedIn],
  ["=", zoomedIn],
  ["-", zoomedOut],
  ["0", () => wholeAxis],
]);
const byShiftedKey = new Map<string, (window: AxisWindow) => AxisWindow>([
  ["ArrowLeft", (window) => panned(window, -0.2)],
  ["ArrowRight", (window) => panned(window, 0.2)],
]);

/** Plus, minus and zero zoom the axis, the arrows with Shift move it. Tells whether a key was one of them. */
export function useZoomKeys(window: AxisWindow, onWindow: (window: AxisWindow) => void) {
  return (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const act = byKey.get(event.key) ?? (event.shiftKey ? byShiftedKey.get(event.key) : undefined);
    if (!act) return false;
    event.preventDefault();
    onWindow(act(window));
    return true;
  };
}

/** The wheel with Ctrl zooms around the pointer; with Shift, or sideways, it moves the axis. */
export function useZoomWheel(
  element: RefObject<HTMLElement | null>,
  window: AxisWindow,
  onWindow: (window: AxisWindow) => void,
): void {
  const latest = useRef({ window, onWindow });
  useEffect(() => {
    latest.current = { window, onWindow };
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onWheel = (event: WheelEvent) => {
      const { window: seen, onWindow: tell } = latest.current;
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        tell(zoomAround(seen, 1.0025 ** event.deltaY, placeUnder(target, event.clientX, seen)));
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        tell(panned(seen, sideways / 800));
      }
    };
    // React's own listeners cannot keep the page from zooming.
    target.addEventListener("wheel", onWheel, { passive: false });
    return () => target.removeEventListener("wheel", onWheel);
  }, [element]);
}

/** The place of the whole axis under the pointer. */
export function placeUnder(within: HTMLElement, clientX: number, { from, to }: AxisWindow): number {
  const bars = within.querySelector("[data-bars]")?.getBoundingClientRect();
  if (!bars || bars.width === 0) return (from + to) / 2;
  const share = Math.min(1, Math.max(0, (clientX - bars.left) / bars.width));
  return from + share * (to - from);
}
