import { z } from "zod";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { batchOf } from "./apply";
import { channelNameSchema, channelSchema } from "./channel";
import type { GraphDocument } from "./document";
import { edgeIdSchema, edgeSchema } from "./edge";
import {
  type Group,
  groupSchema,
  type Position,
  paperIdSchema,
  positionSchema,
  stickySchema,
} from "./layout";
import { newId } from "./new-id";
import { nodeIdSchema, nodeSchema } from "./node";
import { factsOf } from "./node-facts";
import type { Operation, SingleOperation } from "./operation";
import { own } from "./record";
import { fail, ok, type Result } from "./result";

const fragmentFormat = "signalbox.fragment/1";

/** A piece of a graph on its way to another place: the clipboard's content. */
export const fragmentSchema = z.strictObject({
  format: z.literal(fragmentFormat),
  nodes: z.record(nodeIdSchema, nodeSchema),
  edges: z.record(edgeIdSchema, edgeSchema),
  channels: z.record(channelNameSchema, channelSchema),
  positions: z.record(nodeIdSchema, positionSchema),
  groups: z.record(paperIdSchema, groupSchema).default({}),
  stickies: z.record(paperIdSchema, stickySchema).default({}),
});
export type Fragment = z.infer<typeof fragmentSchema>;

/**
 * The named nodes with the edges between them, their places, the channels they read or write, and the groups that
 * are in it with all their nodes. Pins stay behind: they may hold what a person tried out in private.
 */
export function extractFragment(
  document: GraphDocument,
  nodeIds: Iterable<string>,
  definitions: NodeDefinitions,
  stickyIds: Iterable<string> = [],
): Fragment {
  const notes = new Set(stickyIds);
  const ids = new Set(nodeIds);
  const inside = Object.entries(document.nodes).filter(([id]) => ids.has(id));
  const used = new Set(
    inside.flatMap(([, node]) => {
      const { reads, writes } = factsOf(node, definitions);
      return [...reads, ...writes].map(({ channel }) => channel);
    }),
  );
  return {
    format: fragmentFormat,
    nodes: Object.fromEntries(inside),
    edges: pick(document.edges, ({ source, target }) => ids.has(source) && ids.has(target)),
    channels: pick(document.channels, (_, name) => used.has(name)),
    positions: pick(document.layout.nodes, (_, id) => ids.has(id)),
    groups: wholeGroups(document, ids, definitions),
    stickies: pick(document.layout.stickies, (_, id) => notes.has(id)),
  };
}

/** Groups that are in it with all their nodes. Start counts for none of them: it is never copied. */
function wholeGroups(
  { nodes, layout }: GraphDocument,
  ids: ReadonlySet<string>,
  definitions: NodeDefinitions,
): Record<string, Group> {
  const comes = (id: string) =>
    ids.has(id) || definitionIn(definitions, own(nodes, id)?.type ?? "")?.role === "start";
  return Object.fromEntries(
    Object.entries(layout.groups).flatMap(([id, group]): [string, Group][] => {
      const inside = group.nodes.filter((nodeId) => ids.has(nodeId));
      return inside.length > 0 && group.nodes.every(comes) ? [[id, { ...group, nodes: inside }]] : [];
    }),
  );
}

/**
 * The operation that puts a fragment into a document with its upper left corner at `at`: ids renewed, channels
 * that are missing created; those that exist are used as they are. Its `node.add` steps tell the new ids.
 */
export function insertFragment(
  document: GraphDocument,
  fragment: Fragment,
  at: Position,
  makeId: (prefix: string) => string = newId,
): Operation {
  const renamed = new Map(Object.entries(fragment.nodes).map(([id, { type }]) => [id, makeId(type)]));
  const corner = cornerOf([...Object.values(fragment.positions), ...Object.values(fragment.stickies)]);
  const moved = ({ x, y }: Position): Position => ({ x: at.x + x - corner.x, y: at.y + y - corner.y });
  const channels = Object.entries(fragment.channels)
    .filter(([name]) => !own(document.channels, name))
    .map(([name, channel]): SingleOperation => ({ op: "channel.add", name, channel }));
  const nodes = Object.entries(fragment.nodes).map(([id, node]): SingleOperation => {
    const position = moved(own(fragment.positions, id) ?? corner);
    return { op: "node.add", id: renamed.get(id) ?? id, node, position };
  });
  const edges = Object.values(fragment.edges).flatMap((edge): SingleOperation[] => {
    const [source, target] = [renamed.get(edge.source), renamed.get(edge.target)];
    return source && target
      ? [{ op: "edge.add", id: makeId("edge"), edge: { ...edge, source, target } }]
      : [];
  });
  const groups = Object.values(fragment.groups).map((group): SingleOperation => {
    const inside = group.nodes.flatMap((id) => renamed.get(id) ?? []);
    return { op: "group.set", id: makeId("group"), group: { ...group, nodes: inside } };
  });
  const stickies = Object.values(fragment.stickies).map((sticky): SingleOperation => {
    return { op: "sticky.set", id: makeId("sticky"), sticky: { ...sticky, ...moved(sticky) } };
  });
  return batchOf([...channels, ...nodes, ...edges, ...groups.filter(hasNodes), ...stickies], "Paste");
}

/** The fragment as clipboard text. */
export function fragmentText(fragment: Fragment): string {
  return JSON.stringify(fragment, null, 2);
}

/** A fragment from clipboard text, or in words what the text is instead. */
export function parseFragment(text: string): Result<Fragment, string> {
  const json = readJson(text);
  const parsed = fragmentSchema.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(whatElse(text, json));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Any other text on the clipboard.
    return undefined;
  }
}

const formatted = z.object({ format: z.string() });

function whatElse(text: string, json: unknown): string {
  const format = formatted.safeParse(json).data?.format ?? "";
  if (format.startsWith("signalbox.fragment/")) {
    return "These nodes are damaged, or come from another version of Signalbox. Copy them once more.";
  }
  if (format.startsWith("signalbox.graph/")) {
    return "This is a whole agent. Bring it in by “Import…” in the menu of this or a new agent.";
  }
  if (text.trim() === "") return "The clipboard is empty. Copy some nodes on a canvas first.";
  return "The clipboard holds a text and no nodes. Copy some nodes on a canvas, or click into a field to paste the text there.";
}

/** A fragment from elsewhere may name nodes in a group that it does not bring. */
function hasNodes(step: SingleOperation): boolean {
  return step.op !== "group.set" || (step.group?.nodes.length ?? 0) > 0;
}

function cornerOf(positions: Position[]): Position {
  if (positions.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...positions.map(({ x }) => x)), y: Math.min(...positions.map(({ y }) => y)) };
}

function pick<Value>(
  record: Readonly<Record<string, Value>>,
  keep: (value: Value, key: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(value, key)));
}
