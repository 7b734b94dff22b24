import { joined, joinedAll } from "@/workflows/expressions/types/join";
import { shapesOfChannels } from "@/workflows/expressions/types/of-channel";
import { typeOfSchema } from "@/workflows/expressions/types/of-schema";
import { anyObject, listOf, type Shapes, type ValueType } from "@/workflows/expressions/types/value-type";
import type { Channel, Channels } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import type { ChannelWrite } from "@/workflows/nodes/definition";
import type { NodeDefinitions } from "@/workflows/nodes/ports";

/** Every open field asks, at every change. */
const ofDocuments = new WeakMap<GraphDocument, Shapes>();
const known = new WeakMap<Channels, { key: string; shapes: Shapes }>();

/**
 * What is known of the channels' values: their types, and the fields of those that nodes write by a JSON Schema. The
 * same object comes out as long as nothing of that changes, so that what was found for it can be kept.
 */
export function shapesOf(document: GraphDocument, definitions: NodeDefinitions): Shapes {
  const kept = ofDocuments.get(document) ?? shapesFresh(document, definitions);
  ofDocuments.set(document, kept);
  return kept;
}

function shapesFresh({ nodes, channels }: GraphDocument, definitions: NodeDefinitions): Shapes {
  const plain = shapesOfChannels(channels);
  const writes = Object.values(nodes).flatMap((node) => factsOf(node, definitions).writes);
  const described = new Set(writes.filter(({ schema }) => schema).map(({ channel }) => channel));
  if (described.size === 0) return plain;
  const relevant = writes.filter(({ channel }) => described.has(channel));
  const key = JSON.stringify(relevant);
  const kept = known.get(channels);
  if (kept?.key === key) return kept.shapes;
  const byChannel = Object.entries(Object.groupBy(relevant, ({ channel }) => channel));
  const shapes = {
    ...plain,
    ...Object.fromEntries(
      byChannel.flatMap(([name, ofChannel = []]) => {
        const channel = channels[name];
        return channel ? [[name, shapeOf(channel, plain[name] ?? anyObject, ofChannel)]] : [];
      }),
    ),
  };
  known.set(channels, { key, shapes });
  return shapes;
}

/** A channel of an object, a list or anything holds what its writers say; other types say all there is. */
function shapeOf(channel: Channel, plain: ValueType, writes: readonly ChannelWrite[]): ValueType {
  const growing = channel.reducer === "append" || channel.reducer === "union";
  if (channel.type !== "object" && channel.type !== "any" && !growing) return plain;
  const written = joinedAll(writes.map(({ schema }) => (schema ? typeOfSchema(schema) : anyObject)));
  // A default was written by nobody, so it may look different.
  const all = channel.default === undefined ? written : joined(written, anyObject);
  return growing && all.kind !== "list" ? listOf(all) : all;
}
