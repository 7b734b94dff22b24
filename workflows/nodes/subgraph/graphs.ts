import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";

const node = (type: string, title: string, config: JsonObject): Node => ({
  type,
  typeVersion: 1,
  title,
  config,
  policy: { onError: "fail" },
});

/** What a freshly added subgraph holds: a Start that leads to an End. */
export const newGraph: JsonObject = jsonObjectSchema.parse({
  ...emptyDocument(),
  nodes: { start: node("start", "Start", { inputs: [] }), end: node("end", "End", { outputs: [] }) },
  edges: { start_end: { source: "start", port: "out", target: "end" } },
  layout: layoutOf({ start: { x: 0, y: 0 }, end: { x: 640, y: 0 } }),
});

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
