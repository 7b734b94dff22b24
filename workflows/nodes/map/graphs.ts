import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import { innerNode, throughGraph } from "../inner-graph";

/** What a freshly added node holds: a Start that takes the entry, and an End that gives what it came to. */
export const newGraph = throughGraph(
  { item: { type: "any", reducer: "replace" }, result: { type: "any", reducer: "replace" } },
  [{ channel: "item", required: true }],
  ["result"],
);

export const sampleGraph: GraphDocument = {
  ...emptyDocument(),
  channels: {
    name: { type: "string", reducer: "replace" },
    place: { type: "number", reducer: "replace" },
    greeting: { type: "string", reducer: "replace" },
    line: { type: "string", reducer: "replace" },
  },
  nodes: {
    start: innerNode("start", "Start", {
      inputs: [
        { channel: "name", required: true },
        { channel: "place", required: true },
        { channel: "greeting", required: true },
      ],
    }),
    write: innerNode("set-state", "Write", {
      assignments: [{ channel: "line", value: 'text(place + 1.0) + ". " + greeting + ", " + name' }],
    }),
    end: innerNode("end", "End", { outputs: ["line"] }),
  },
  edges: {
    start_write: { source: "start", port: "out", target: "write" },
    write_end: { source: "write", port: "out", target: "end" },
  },
  layout: layoutOf({ start: { x: 0, y: 0 }, write: { x: 320, y: 0 }, end: { x: 640, y: 0 } }),
};
