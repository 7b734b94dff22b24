import { batchOf } from "./apply";
import type { GraphDocument } from "./document";
import type { Edge } from "./edge";
import { withoutNodes } from "./groups";
import type { Node } from "./node";
import type { Operation, SingleOperation } from "./operation";
import { own, withoutKeys } from "./record";
import { sameJson } from "./same-json";

/**
 * The operations that turn one document into the other: `apply(from, diff(from, to))` equals `to`. Only what
 * changed is named; a moved node is a move, a changed setting one key. Edges that lost an end are left out.
 */
export function diff(from: GraphDocument, to: GraphDocument, label?: string): Operation {
  const replaced = new Set(
    Object.keys(from.nodes).filter((id) => {
      const [before, after] = [own(from.nodes, id), own(to.nodes, id)];
      return !after || before?.type !== after.type || before.typeVersion !== after.typeVersion;
    }),
  );
  const stays = (id: string) => own(from.nodes, id) !== undefined && !replaced.has(id);
  return batchOf(
    [
      ...settings(from, to),
      ...channels(from, to),
      ...removedEdges(from, to, replaced),
      ...[...replaced].map((id): SingleOperation => ({ op: "node.remove", id })),
      ...addedNodes(to, stays),
      ...Object.entries(to.nodes).flatMap(([id, node]) => (stays(id) ? changes(from, id, node) : [])),
      ...moved(from, to, stays),
      ...edges(from, to, replaced),
      ...pins(from, to, replaced),
      ...groups(from, to, replaced),
      ...stickies(from, to),
    ],
    label,
  );
}

function settings(from: GraphDocument, to: GraphDocument): SingleOperation[] {
  if (sameJson(from.settings, to.settings)) return [];
  return [{ op: "settings.update", settings: to.settings }];
}

function channels(from: GraphDocument, to: GraphDocument): SingleOperation[] {
  const gone = Object.keys(from.channels).filter((name) => !own(to.channels, name));
  const kept = Object.entries(to.channels).flatMap(([name, channel]): SingleOperation[] => {
    const before = own(from.channels, name);
    if (!before) return [{ op: "channel.add", name, channel }];
    return sameJson(before, channel) ? [] : [{ op: "channel.update", name, channel }];
  });
  return [...gone.map((name): SingleOperation => ({ op: "channel.remove", name })), ...kept];
}

/** Rerouted edges go first and come back last: an update could meet its twin before that one is rerouted. */
function removedEdges(
  from: GraphDocument,
  to: GraphDocument,
  replaced: ReadonlySet<string>,
): SingleOperation[] {
  return Object.entries(from.edges).flatMap(([id, edge]): SingleOperation[] => {
    const after = own(to.edges, id);
    const goesWithNode = replaced.has(edge.source) || replaced.has(edge.target);
    return goesWithNode || (after && sameWay(edge, after)) ? [] : [{ op: "edge.remove", id }];
  });
}

function edges(from: GraphDocument, to: GraphDocument, replaced: ReadonlySet<string>): SingleOperation[] {
  return Object.entries(to.edges).flatMap(([id, edge]): SingleOperation[] => {
    if (!own(to.nodes, edge.source) || !own(to.nodes, edge.target)) return [];
    const before = own(from.edges, id);
    const stayed =
      before && sameWay(before, edge) && !replaced.has(edge.source) && !replaced.has(edge.target);
    if (!stayed) return [{ op: "edge.add", id, edge }];
    return sameJson(before, edge) ? [] : [{ op: "edge.update", id, edge }];
  });
}

function sameWay(one: Edge, other: Edge): boolean {
  return one.source === other.source && one.port === other.port && one.target === other.target;
}

function addedNodes(to: GraphDocument, stays: (id: string) => boolean): SingleOperation[] {
  return Object.entries(to.nodes).flatMap(([id, node]): SingleOperation[] => {
    const position = own(to.layout.nodes, id) ?? { x: 0, y: 0 };
    return stays(id) ? [] : [{ op: "node.add", id, node, position }];
  });
}

function changes(from: GraphDocument, id: string, after: Node): SingleOperation[] {
  const before = own(from.nodes, id);
  if (!before || before === after) return [];
  const changed: SingleOperation[] = [];
  if (before.title !== after.title) changed.push({ op: "node.title", id, title: after.title });
  if (!sameJson(before.policy, after.policy)) changed.push({ op: "node.policy", id, policy: after.policy });
  if (before.disabled !== after.disabled)
    changed.push({ op: "node.disable", id, disabled: after.disabled ?? false });
  if (before.note !== after.note) changed.push({ op: "node.note", id, note: after.note });
  const set = Object.entries(after.config).filter(
    ([key, value]) => !sameJson(own(before.config, key), value),
  );
  const unset = Object.keys(before.config).filter((key) => !Object.hasOwn(after.config, key));
  if (set.length + unset.length > 0) {
    changed.push({ op: "node.configure", id, set: Object.fromEntries(set), unset });
  }
  return changed;
}

function moved(from: GraphDocument, to: GraphDocument, stays: (id: string) => boolean): SingleOperation[] {
  const positions = Object.entries(to.layout.nodes).filter(
    ([id, position]) => stays(id) && !sameJson(own(from.layout.nodes, id), position),
  );
  return positions.length > 0 ? [{ op: "node.move", positions: Object.fromEntries(positions) }] : [];
}

function pins(from: GraphDocument, to: GraphDocument, replaced: ReadonlySet<string>): SingleOperation[] {
  const kept = withoutKeys(from.pins, replaced);
  return changedEntries(kept, to.pins).map(([id, pin]) => ({ op: "node.pin", id, pin }));
}

/** A group loses the nodes that go, and takes its nodes from other groups, so each needs to be set only once. */
function groups(from: GraphDocument, to: GraphDocument, replaced: ReadonlySet<string>): SingleOperation[] {
  const kept = withoutNodes(from.layout.groups, replaced);
  return changedEntries(kept, to.layout.groups).map(([id, group]) => ({ op: "group.set", id, group }));
}

function stickies(from: GraphDocument, to: GraphDocument): SingleOperation[] {
  const changed = changedEntries(from.layout.stickies, to.layout.stickies);
  return changed.map(([id, sticky]) => ({ op: "sticky.set", id, sticky }));
}

/** What is gone, as null, and then what is new or different. */
function changedEntries<Value extends object>(
  from: Readonly<Record<string, Value>>,
  to: Readonly<Record<string, Value>>,
): [id: string, value: Value | null][] {
  const gone = Object.keys(from).filter((id) => !own(to, id));
  return [
    ...gone.map((id): [string, null] => [id, null]),
    ...Object.entries(to).filter(([id, value]) => !sameJson(own(from, id), value)),
  ];
}
