import type { GraphDocument, Position } from "@/workflows/graph/document";
import type { Sticky } from "@/workflows/graph/layout";
import { newId } from "@/workflows/graph/new-id";
import { clearOf } from "../graph/clear-of";
import { frameBoxes, nodeBox } from "../graph/frames";
import { stickyKey } from "../graph/things";
import { selectSticky } from "../store/selection";
import type { CanvasView, CommandContext } from "./command";

const fresh: Pick<Sticky, "text" | "color" | "width" | "height"> = {
  text: "",
  color: "amber",
  width: 240,
  height: 160,
};

/** Puts an empty note where the pointer is, else in the middle or below what covers it, ready to be written. */
export function addSticky({ store, ui, view }: CommandContext): void {
  const { document, change, select } = store.getState();
  const id = newId("sticky");
  const { x, y } = view.pointer() ?? freeMiddle(document, view);
  const sticky = { ...fresh, x: Math.round(x), y: Math.round(y) };
  if (change({ op: "sticky.set", id, sticky })) return;
  select(selectSticky(id));
  ui.setState({ renaming: stickyKey(id) });
}

function freeMiddle(document: GraphDocument, view: CanvasView): Position {
  const { x, y } = view.middle();
  const { width, height } = fresh;
  return clearOf({ x: x - width / 2, y: y - height / 2, width, height }, [
    ...Object.keys(document.nodes).map((nodeId) => nodeBox(document, view.sizeOf, nodeId, {})),
    ...frameBoxes(document, view.sizeOf).values(),
    ...Object.values(document.layout.stickies),
  ]);
}
