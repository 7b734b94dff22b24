import { apply, batchOf, stepsOf } from "@/workflows/graph/apply";
import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import { extractFragment, insertFragment } from "@/workflows/graph/fragment";
import { newId } from "@/workflows/graph/new-id";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { own } from "@/workflows/graph/record";
import { renameChannel } from "@/workflows/graph/rename-channel";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { Template } from "@/workflows/templates/template";
import type { Join } from "./add-node";
import { framePadding } from "./frames";
import { freeTitle } from "./free-names";
import { cardSize, placeAfter } from "./places";

export interface AddedPattern {
  groupId: string;
  operation: Operation;
}

/**
 * Puts a template's nodes into a graph as one group, without its Start and End: joined to the port that it was asked for
 * from, with the channels that are missing. A channel of the same name that holds something else is left alone; the
 * pattern's own then gets another name.
 */
export function addPattern(
  document: GraphDocument,
  template: Template,
  at: Position | undefined,
  join?: Join,
): AddedPattern {
  const source = withFreeChannels(template.document, document);
  const ids = Object.keys(source.nodes).filter((id) => roleOf(source, id) === undefined);
  const fragment = extractFragment(source, ids, nodeDefinitions);
  const from = join && "source" in join ? join : undefined;
  const wanted = at ?? (from ? placeAfter(document, from.source, "agent") : { x: 0, y: 0 });
  const steps = stepsOf(insertFragment(document, fragment, freeArea(document, fragment.positions, wanted)));
  const added = steps.flatMap((step) => (step.op === "node.add" ? [step.id] : []));
  const entry = added[ids.indexOf(entryOf(source) ?? "")];
  const groupId = newId("group");
  const group: SingleOperation = {
    op: "group.set",
    id: groupId,
    group: { title: template.title, color: "slate", nodes: added },
  };
  const joined: SingleOperation[] =
    from && entry
      ? [{ op: "edge.add", id: newId("edge"), edge: { source: from.source, port: from.port, target: entry } }]
      : [];
  const all = withFreeTitles(document, [...steps, group, ...joined]);
  return { groupId, operation: batchOf(all, `Add ${template.title}`) };
}

function roleOf(document: GraphDocument, id: string) {
  return faceOf(document.nodes[id]?.type ?? "")?.role;
}

/** The node to which the template's Start leads. */
function entryOf(document: GraphDocument): string | undefined {
  return Object.values(document.edges).find(({ source }) => roleOf(document, source) === "start")?.target;
}

function withFreeChannels(pattern: GraphDocument, into: GraphDocument): GraphDocument {
  let current = pattern;
  for (const [name, channel] of Object.entries(pattern.channels)) {
    const there = own(into.channels, name);
    if (!there || holdsTheSame(there, channel)) continue;
    const renamed = apply(
      current,
      renameChannel(current, name, freeIn(name, into, current), nodeDefinitions),
    );
    if (renamed.ok) current = renamed.value;
  }
  return current;
}

function holdsTheSame(one: Channel, other: Channel): boolean {
  return one.type === other.type && one.reducer === other.reducer;
}

function freeIn(name: string, ...documents: GraphDocument[]): string {
  for (let number = 2; ; number += 1) {
    const free = `${name}${number}`;
    if (documents.every(({ channels }) => !Object.hasOwn(channels, free))) return free;
  }
}

/** Where the whole of it fits: there, or below whatever is in the way. */
function freeArea(
  document: GraphDocument,
  positions: Readonly<Record<string, Position>>,
  { x, y }: Position,
): Position {
  const places = Object.values(positions);
  const left = Math.min(...places.map((place) => place.x));
  const top = Math.min(...places.map((place) => place.y));
  const width = Math.max(...places.map((place) => place.x)) - left + cardSize.width;
  const height = Math.max(...places.map((place) => place.y)) - top + cardSize.height;
  const { side, top: title } = framePadding;
  const inTheWay = Object.values(document.layout.nodes).filter(
    (node) =>
      node.x < x + width + side &&
      x - side < node.x + cardSize.width &&
      node.y < y + height + side &&
      y - title < node.y + cardSize.height,
  );
  if (inTheWay.length === 0) return { x, y };
  const lowest = Math.max(...Object.values(document.layout.nodes).map((node) => node.y));
  return { x, y: lowest + cardSize.height + side + title };
}

/** No two nodes of the same name. */
function withFreeTitles(document: GraphDocument, steps: SingleOperation[]): SingleOperation[] {
  let named = document;
  return steps.map((step) => {
    if (step.op !== "node.add") return step;
    const node = { ...step.node, title: freeTitle(named, step.node.title) };
    named = { ...named, nodes: { ...named.nodes, [step.id]: node } };
    return { ...step, node };
  });
}
