/** Where the mouse was last, in pixels of the window. Kept outside of React: it changes with every movement. */
let last: { x: number; y: number; target: EventTarget | null } | null = null;

/** Starts to follow the mouse. Returns how to stop. */
export function followPointer(): () => void {
  const onMove = (event: PointerEvent) => {
    if (event.pointerType === "mouse") last = { x: event.clientX, y: event.clientY, target: event.target };
  };
  window.addEventListener("pointermove", onMove, { passive: true });
  return () => {
    last = null;
    window.removeEventListener("pointermove", onMove);
  };
}

/** What is in the way of something new. Frames and notes lie behind everything. */
const things = ".react-flow__node-card, .react-flow__node-pill, .react-flow__edge, .react-flow__panel";

/** The mouse's place while it is over free space of the element. */
export function pointerOver(element: HTMLElement | null): { x: number; y: number } | undefined {
  if (!last || !element || !(last.target instanceof Element)) return undefined;
  const onThing = last.target.closest(things) !== null;
  const onPane = last.target.closest(".react-flow__pane") !== null && element.contains(last.target);
  return onPane && !onThing ? { x: last.x, y: last.y } : undefined;
}
