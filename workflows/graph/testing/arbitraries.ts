import "@/workflows/graph/inner-schema";
import fc from "fast-check";
import { apply } from "@/workflows/graph/apply";
import { type Channel, channelTypes, reducers } from "@/workflows/graph/channel";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { Group, Sticky } from "@/workflows/graph/layout";
import type { Node, Policy } from "@/workflows/graph/node";
import type { DocumentOperation, Operation, SingleOperation } from "@/workflows/graph/operation";
import { paperColors } from "@/workflows/graph/paper-colors";
import type { Pin } from "@/workflows/graph/pin";

/** Ids that every object inherits belong in: they are legal and easy to get wrong. */
const nodeIds = ["start", "end", "a", "b", "c", "d", "toString", "constructor"];
const edgeIds = ["e1", "e2", "e3", "e4", "e5", "valueOf"];
const channelNames = ["x", "y", "messages", "own_property"];
const ports = ["out", "yes", "no", "error", "limit"];
const groupIds = ["g1", "g2", "g3", "hasOwnProperty"];
const stickyIds = ["s1", "s2", "isPrototypeOf"];
const configKeys = ["ports", "text", "when", "size", "toString"];

/** JSON that stays the same through JSON.stringify (no minus zero) and zod (which drops `__proto__`). */
export const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto")));

const position = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
});

const channel: fc.Arbitrary<Channel> = fc.record(
  {
    type: fc.constantFrom(...channelTypes),
    reducer: fc.constantFrom(...reducers),
    default: json,
    description: fc.string({ maxLength: 8 }),
  },
  { requiredKeys: ["type", "reducer"] },
);

const config: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom(...configKeys), json);

/** Channels that are there or not, and a slip of the pen. */
const usedChannel = fc.constantFrom(...channelNames, "mesages", "z");
const access = fc.record(
  { channel: usedChannel, type: fc.constantFrom(...channelTypes) },
  { requiredKeys: ["channel"] },
);
const condition = fc.constantFrom(
  "x > 5",
  "x > 10",
  "x == 1",
  "y in [1, 2]",
  "y == 2 && x > 1",
  "true",
  "x >",
);
const stepPorts = fc.subarray(["out", "yes", "no"], { minLength: 1 });

/** Settings that fit the step of `testing/definitions`, so that its ports, reads and writes count. */
const stepConfig: fc.Arbitrary<JsonObject> = fc.record(
  {
    ports: stepPorts,
    reads: fc.array(access, { maxLength: 2 }),
    writes: fc.array(access, { maxLength: 2 }),
    text: fc.constantFrom(
      "Hi",
      "{{ x }}",
      "{{ last(mesages).content }}",
      "{{ own_propert }} {{ x",
      "{{ y + 1 }}",
    ),
    when: condition,
    rules: fc.array(fc.record({ when: condition }), { maxLength: 3 }),
    pause: fc.boolean(),
    effect: fc.boolean(),
  },
  { requiredKeys: ["ports"] },
);
const channelsConfig: fc.Arbitrary<JsonObject> = fc.record({ channels: fc.uniqueArray(usedChannel) });

const policy: fc.Arbitrary<Policy> = fc.record(
  {
    onError: fc.constantFrom("fail" as const, "port" as const),
    timeoutMs: fc.integer({ min: 1, max: 1000 }),
    retry: fc.record({
      maxAttempts: fc.integer({ min: 1, max: 5 }),
      initialIntervalMs: fc.integer({ min: 0, max: 100 }),
      backoffFactor: fc.constantFrom(1, 2),
    }),
  },
  { requiredKeys: ["onError"] },
);

const settings = fc.record(
  {
    recursionLimit: fc.integer({ min: 1, max: 200 }),
    timeoutMs: fc.integer({ min: 1000, max: 90_000 }),
    durability: fc.constantFrom("sync" as const, "exit" as const),
  },
  { requiredKeys: ["recursionLimit", "timeoutMs"] },
);

const nodeOf = (
  type: fc.Arbitrary<string>,
  typeVersion: fc.Arbitrary<number>,
  settings: fc.Arbitrary<JsonObject>,
) =>
  fc.record(
    {
      type,
      typeVersion,
      title: fc.string({ minLength: 1, maxLength: 8 }),
      config: settings,
      policy,
      note: fc.string({ maxLength: 8 }),
      disabled: fc.constant(true as const),
    },
    { requiredKeys: ["type", "typeVersion", "title", "config", "policy"] },
  );

/** Nodes of known and unknown types, with configs that fit or not. */
const node: fc.Arbitrary<Node> = fc.oneof(
  { weight: 3, arbitrary: nodeOf(fc.constant("step"), fc.constant(2), stepConfig) },
  { weight: 1, arbitrary: nodeOf(fc.constantFrom("start", "end"), fc.constant(1), channelsConfig) },
  {
    weight: 2,
    arbitrary: nodeOf(
      fc.constantFrom("start", "end", "step", "branch", "model", "human", "code", "toString"),
      fc.constantFrom(1, 2),
      fc.oneof(config, fc.constant({})),
    ),
  },
);

const group: fc.Arbitrary<Group> = fc.record({
  title: fc.string({ maxLength: 4 }),
  color: fc.constantFrom(...paperColors),
  nodes: fc.array(fc.constantFrom(...nodeIds), { maxLength: 4 }),
});

const sticky: fc.Arbitrary<Sticky> = fc.record({
  text: fc.string({ maxLength: 4 }),
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 1, max: 500 }),
  height: fc.integer({ min: 1, max: 500 }),
  color: fc.constantFrom(...paperColors),
});

const pin: fc.Arbitrary<Pin> = fc.record({
  port: fc.constantFrom(...ports),
  update: fc.dictionary(fc.constantFrom(...channelNames), json),
});

/** An edge between any nodes, whether they are there or not. */
export const edge: fc.Arbitrary<Edge> = fc.record(
  {
    source: fc.constantFrom(...nodeIds),
    port: fc.constantFrom(...ports),
    target: fc.constantFrom(...nodeIds),
    cap: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ["source", "port", "target"] },
);

const nodeId = fc.constantFrom(...nodeIds);
const edgeId = fc.constantFrom(...edgeIds);
const groupId = fc.constantFrom(...groupIds);
const stickyId = fc.constantFrom(...stickyIds);
const channelName = fc.constantFrom(...channelNames);
const record = fc.record;
const op = <Name extends SingleOperation["op"]>(name: Name) => fc.constant(name);

/** Any operation on a document itself, not inside one of its nodes. */
export const documentOperation: fc.Arbitrary<DocumentOperation> = fc.oneof(
  record({ op: op("node.add"), id: nodeId, node, position }),
  record({ op: op("node.remove"), id: nodeId }),
  record({ op: op("node.title"), id: nodeId, title: fc.string({ minLength: 1, maxLength: 8 }) }),
  record({
    op: op("node.configure"),
    id: nodeId,
    set: config,
    unset: fc.uniqueArray(fc.constantFrom(...configKeys)),
  }),
  record({ op: op("node.policy"), id: nodeId, policy }),
  record({
    op: op("node.note"),
    id: nodeId,
    note: fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
  }),
  record({ op: op("node.disable"), id: nodeId, disabled: fc.boolean() }),
  record({ op: op("node.pin"), id: nodeId, pin: fc.option(pin) }),
  record({ op: op("group.set"), id: groupId, group: fc.option(group) }),
  record({ op: op("sticky.set"), id: stickyId, sticky: fc.option(sticky) }),
  record({ op: op("node.move"), positions: fc.dictionary(nodeId, position, { maxKeys: 3 }) }),
  record({ op: op("edge.add"), id: edgeId, edge }),
  record({ op: op("edge.remove"), id: edgeId }),
  record({ op: op("edge.update"), id: edgeId, edge }),
  record({ op: op("channel.add"), name: channelName, channel }),
  record({ op: op("channel.remove"), name: channelName }),
  record({ op: op("channel.update"), name: channelName, channel }),
  record({ op: op("settings.update"), settings }),
);

/** A node with a graph inside, in which some of these operations may be made. */
const nodeAround: fc.Arbitrary<Node> = fc
  .tuple(node, fc.array(documentOperation, { maxLength: 8 }))
  .map(([outer, steps]) => ({
    ...outer,
    config: { ...outer.config, graph: graphAsJson(steps.reduce(applied, emptyDocument())) },
  }));

/** Any single operation, applicable to a given document or not. */
export const singleOperation: fc.Arbitrary<SingleOperation> = fc.oneof(
  { weight: 17, arbitrary: documentOperation },
  {
    weight: 1,
    arbitrary: record({ op: op("node.inside"), at: fc.tuple(nodeId), operation: documentOperation }),
  },
);

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: singleOperation },
  {
    weight: 1,
    arbitrary: record({
      op: fc.constant("batch" as const),
      operations: fc.array(singleOperation, { maxLength: 4 }),
    }),
  },
);

/** Documents that parse and whose edges have both ends: what any editor can hold. */
export const graphDocument: fc.Arbitrary<GraphDocument> = record({
  nodes: fc.array(
    record({
      op: op("node.add"),
      id: nodeId,
      node: fc.oneof({ weight: 3, arbitrary: node }, { weight: 1, arbitrary: nodeAround }),
      position,
    }),
    { minLength: 2, maxLength: 12 },
  ),
  edges: fc.array(record({ op: op("edge.add"), id: edgeId, edge }), { maxLength: 20 }),
  channels: fc.array(record({ op: op("channel.add"), name: channelName, channel })),
  settings: record({ op: op("settings.update"), settings }),
  pins: fc.array(record({ op: op("node.pin"), id: nodeId, pin }), { maxLength: 3 }),
  groups: fc.array(record({ op: op("group.set"), id: groupId, group }), { maxLength: 3 }),
  stickies: fc.array(record({ op: op("sticky.set"), id: stickyId, sticky }), { maxLength: 2 }),
}).map(({ nodes, edges, channels, settings: first, pins, groups, stickies }) => {
  const paper: SingleOperation[] = [...groups, ...stickies];
  const steps: SingleOperation[] = [first, ...channels, ...nodes, ...edges, ...pins, ...paper];
  return steps.reduce(applied, emptyDocument());
});

/** The document after an operation, or as it was where that does not apply. */
export function applied(document: GraphDocument, step: Operation): GraphDocument {
  const result = apply(document, step);
  return result.ok ? result.value : document;
}

/** The same JSON with the keys of every object in another order. */
export function shuffledKeys(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffledKeys(item, seed));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffledKeys(item, seed)] as const);
  const turned = seed % 2 === 0 ? entries.toReversed() : entries;
  const cut = entries.length === 0 ? 0 : seed % entries.length;
  return Object.fromEntries([...turned.slice(cut), ...turned.slice(0, cut)]);
}
