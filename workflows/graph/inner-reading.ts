import type { GraphDocument } from "./document";
import type { JsonObject } from "./json";

type Reading = (graph: JsonObject) => GraphDocument | undefined;

let reading: Reading = () => undefined;

/** Says how graphs inside nodes are read: `inner-schema.ts` does, which comes with the schemas of operations. */
export function readInnerGraphsBy(by: Reading): void {
  reading = by;
}

/** The graph that stands in a node's settings; undefined where it is none, or the schemas are not here yet. */
export function readInnerGraph(graph: JsonObject): GraphDocument | undefined {
  return reading(graph);
}
