import { type GraphComparison, likeBefore } from "./compare";
import type { GraphDocument, Position } from "./document";
import { own } from "./record";

/** About what a node covers on the canvas, with the room around it. */
const cell = { width: 230, height: 110 };

/**
 * Everything that either graph has, as one drawing: `after`, laid out as it is, with the nodes and edges it no longer
 * has put back where they were. Nodes that moved along with their surroundings come back beside those, and never on
 * top of another. Where both have a thing it is drawn as `after` has it, under the id it has in `comparison`, which is
 * that of the same two graphs.
 */
export function unionOf(
  before: GraphDocument,
  after: GraphDocument,
  comparison: GraphComparison,
): GraphDocument {
  const gone = new Set(Object.keys(comparison.nodes).filter((id) => !own(after.nodes, id)));
  const goneNodes = Object.entries(before.nodes).filter(([id]) => gone.has(id));
  const goneEdges = Object.entries(comparison.edges).flatMap(([id, change]) =>
    change.kind === "removed" ? [[id, change.before] as const] : [],
  );
  const places = ghostPlaces(before, after, gone);
  return {
    ...after,
    channels: { ...before.channels, ...after.channels },
    nodes: { ...after.nodes, ...Object.fromEntries(goneNodes) },
    edges: { ...likeBefore(before.edges, after.edges), ...Object.fromEntries(goneEdges) },
    layout: {
      nodes: { ...after.layout.nodes, ...places },
      groups: after.layout.groups,
      stickies: after.layout.stickies,
    },
    pins: {},
  };
}

function ghostPlaces(
  before: GraphDocument,
  after: GraphDocument,
  gone: ReadonlySet<string>,
): Record<string, Position> {
  const taken = Object.values(after.layout.nodes);
  const places: Record<string, Position> = {};
  for (const id of gone) {
    const old = own(before.layout.nodes, id) ?? { x: 0, y: 0 };
    const shift = shiftOfNeighbours(before, after, id);
    const place = freePlace({ x: old.x + shift.x, y: old.y + shift.y }, taken);
    taken.push(place);
    places[id] = place;
  }
  return places;
}

/** How far the first neighbour that is still there was moved. */
function shiftOfNeighbours(before: GraphDocument, after: GraphDocument, id: string): Position {
  for (const { source, target } of Object.values(before.edges)) {
    if (source !== id && target !== id) continue;
    const neighbour = source === id ? target : source;
    const [old, now] = [own(before.layout.nodes, neighbour), own(after.layout.nodes, neighbour)];
    if (old && now) return { x: now.x - old.x, y: now.y - old.y };
  }
  return { x: 0, y: 0 };
}

/** The place itself, or the next below it where nothing stands. */
function freePlace({ x, y }: Position, taken: readonly Position[]): Position {
  const column = taken.filter((other) => Math.abs(other.x - x) < cell.width);
  let free = y;
  for (const other of column.toSorted((one, next) => one.y - next.y)) {
    if (Math.abs(other.y - free) < cell.height) free = other.y + cell.height;
  }
  return { x, y: free };
}
