import "@/components/node-types/with-registry";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";
import { shapes } from "../store/late-shapes";
import * as schemas from "../store/shapes";

// As an editor is a moment after its first picture.
shapes.give(schemas);

/** A node as a test needs it: the rest is left as a fresh one has it. */
export function testNode(type: string, title: string, config: Node["config"] = {}): Node {
  return { type, typeVersion: 1, title, config, policy: { onError: "fail" } };
}

/** Start → Ask → End, valid as it stands. */
export function smallGraph(): GraphDocument {
  return {
    ...emptyDocument(),
    channels: { answer: { type: "string", reducer: "replace" } },
    nodes: {
      start: testNode("start", "Start", { inputs: [] }),
      ask: testNode("model", "Ask", { model: "offline/offline", prompt: "Hi", output: "answer" }),
      end: testNode("end", "End", { outputs: ["answer"] }),
    },
    edges: {
      e1: { source: "start", port: "out", target: "ask" },
      e2: { source: "ask", port: "out", target: "end" },
    },
    layout: layoutOf({ start: { x: 0, y: 0 }, ask: { x: 200, y: 0 }, end: { x: 500, y: 0 } }),
  };
}
