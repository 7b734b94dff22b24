import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import { innerNode as node, throughGraph } from "../inner-graph";

/** What a freshly added subgraph holds: a Start that leads to an End. */
export const newGraph = throughGraph({}, [], []);

export const sampleGraph: GraphDocument = {
  ...emptyDocument(),
  channels: {
    subject: { type: "string", reducer: "replace" },
    line: { type: "string", reducer: "replace" },
  },
  nodes: {
    start: node("start", "Start", { inputs: [{ channel: "subject", required: true }] }),
    write: node("set-state", "Write", {
      assignments: [{ channel: "line", value: '"All about " + subject' }],
    }),
    end: node("end", "End", { outputs: ["line"] }),
  },
  edges: {
    start_write: { source: "start", port: "out", target: "write" },
    write_end: { source: "write", port: "out", target: "end" },
  },
  layout: layoutOf({ start: { x: 0, y: 0 }, write: { x: 320, y: 0 }, end: { x: 640, y: 0 } }),
};
