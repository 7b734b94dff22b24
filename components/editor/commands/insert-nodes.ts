import { toast } from "@/components/ui/toast";
import { batchOf, stepsOf } from "@/workflows/graph/apply";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import { type Fragment, insertFragment } from "@/workflows/graph/fragment";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { framePadding } from "../graph/frames";
import { freeTitle } from "../graph/free-names";
import { joinFrames } from "../graph/join-group";
import { cardSize, freePlace } from "../graph/places";
import type { EditorStore } from "../store/editor-store";
import { type Selection, selectGroup, selectNodes } from "../store/selection";

/** Pasted and duplicated nodes stand this far from where they came from. */
const STEP = 40;

/** Puts a fragment into the graph and selects it: at a place, or beside where it came from. */
export function insertNodes(store: EditorStore, fragment: Fragment, at?: Position): void {
  const { document, change, select } = store.getState();
  const operation = insertFragment(document, fragment, at ?? beside(document, fragment));
  const named = withFreeTitles(document, operation);
  const joins = joinFrames(document, () => undefined, stepsOf(named));
  const label = operation.op === "batch" ? operation.label : undefined;
  const problem = change(batchOf([...stepsOf(named), ...joins], label));
  if (problem) toast.failed("The nodes could not be added", new Error(problem.message));
  else select(inserted(stepsOf(named)));
}

/** A little aside of where it came from; a group below it, as two frames one over the other could not be told apart. */
function beside(document: GraphDocument, { positions, stickies, groups }: Fragment): Position {
  const places = [...Object.values(positions), ...Object.values(stickies)];
  if (places.length === 0) return freePlace(document, { x: 0, y: 0 });
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  if (Object.keys(groups).length === 0) return { x: x + STEP, y: y + STEP };
  const lowest = Math.max(...places.map((place) => place.y)) + 2 * cardSize.height;
  return { x, y: lowest + framePadding.top + framePadding.side };
}

/** What was put in: the group alone where that is all, as its frame is what one goes on with. */
function inserted(steps: readonly SingleOperation[]): Selection {
  const nodes = steps.flatMap((step) => (step.op === "node.add" ? [step.id] : []));
  const stickies = steps.flatMap((step) => (step.op === "sticky.set" ? [step.id] : []));
  const whole = steps.find((step) => step.op === "group.set" && step.group?.nodes.length === nodes.length);
  if (whole?.op === "group.set" && stickies.length === 0) return selectGroup(whole.id);
  return { ...selectNodes(nodes), stickies: new Set(stickies) };
}

/** No two nodes of the same name: a copy beside its original could not be told from it. */
function withFreeTitles(document: GraphDocument, operation: Operation): Operation {
  let named = document;
  const steps = stepsOf(operation).map((step): SingleOperation => {
    if (step.op !== "node.add") return step;
    const node = { ...step.node, title: freeTitle(named, step.node.title) };
    named = { ...named, nodes: { ...named.nodes, [step.id]: node } };
    return { ...step, node };
  });
  return batchOf(steps, operation.op === "batch" ? operation.label : undefined);
}
