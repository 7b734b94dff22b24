import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Operation } from "@/workflows/graph/operation";

const defaultPolicy = { onError: "fail" as const };

/** `question` in, `answer` out, computed by one node. Without errors or warnings. */
export function echoDocument(): GraphDocument {
  return {
    ...emptyDocument(),
    channels: {
      question: { type: "string", reducer: "replace" },
      answer: { type: "string", reducer: "replace" },
    },
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [{ channel: "question", required: true }] },
        policy: defaultPolicy,
      },
      echo: {
        type: "set-state",
        typeVersion: 1,
        title: "Echo",
        config: { assignments: [{ channel: "answer", value: "question" }] },
        policy: defaultPolicy,
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: ["answer"] },
        policy: defaultPolicy,
      },
    },
    edges: {
      e1: { source: "start", port: "out", target: "echo" },
      e2: { source: "echo", port: "out", target: "end" },
    },
    layout: layoutOf({ start: { x: 0, y: 0 }, echo: { x: 320, y: 0 }, end: { x: 640, y: 0 } }),
  };
}

export const moveEcho = (x: number): Operation => ({ op: "node.move", positions: { echo: { x, y: 0 } } });
export const retitleEcho = (title: string): Operation => ({ op: "node.title", id: "echo", title });
/** Leaves a node without its config: an error that a draft may have and a version may not. */
export const breakEcho: Operation = { op: "node.configure", id: "echo", set: {}, unset: ["assignments"] };
