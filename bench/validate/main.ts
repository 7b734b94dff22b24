import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import { renameChannel } from "@/workflows/graph/rename-channel";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { bigGraph } from "../canvas/graph";
import { median } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const rounds = 30;
const frameMs = 16;

/** What a person does while the problems panel keeps up: each gives the document after the n-th time. */
const gestures: Record<string, (document: GraphDocument, round: number) => GraphDocument> = {
  "type in a prompt": (document, round) =>
    changed(document, {
      op: "node.configure",
      id: "n1",
      set: { prompt: `Write on {{ topic }}, ${round}.` },
      unset: [],
    }),
  "move a node": (document, round) =>
    changed(document, { op: "node.move", positions: { n40: { x: round, y: round } } }),
  "add an edge": (document, round) =>
    changed(document, {
      op: "edge.add",
      id: `new_${round}`,
      edge: { source: `n${2 * round}`, port: "out", target: `n${100 + round}` },
    }),
  "rename a channel": (document, round) => renamed(document, round),
};

/**
 * How long the problems panel lags behind each gesture, for a small and a large graph; also where all lanes write one
 * value, so that it has to be found out who runs at the same time.
 */
export async function measureValidation(): Promise<void> {
  const rows = [200, 1_000].flatMap((count) =>
    Object.entries(gestures).map(([name, gesture]) => {
      const plain = lagOf(bigGraph(count), gesture);
      const contested = lagOf(contestedGraph(count), gesture);
      const met = count === 200 ? goal(Math.max(plain, contested) < frameMs, `under ${frameMs} ms`) : "";
      return [name, String(count), fixed(plain, 2), fixed(contested, 2), met];
    }),
  );
  printTable("Problems after each gesture", ["Gesture", "Nodes", "ms", "ms, contested", "Goal"], rows);
}

function contestedGraph(count: number): GraphDocument {
  const graph = bigGraph(count);
  const draft = { type: "string", reducer: "replace", default: "" } as const;
  return { ...graph, channels: { ...graph.channels, draft } };
}

function lagOf(
  start: GraphDocument,
  gesture: (document: GraphDocument, round: number) => GraphDocument,
): number {
  validate(start, nodeDefinitions);
  let document = start;
  const times = Array.from({ length: rounds }, (_, round) => {
    document = gesture(document, round);
    const began = performance.now();
    validate(document, nodeDefinitions);
    return performance.now() - began;
  });
  return median(times);
}

function changed(document: GraphDocument, operation: SingleOperation): GraphDocument {
  const result = apply(document, operation);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

function renamed(document: GraphDocument, round: number): GraphDocument {
  const result = apply(
    document,
    renameChannel(
      document,
      round % 2 === 0 ? "draft" : "text",
      round % 2 === 0 ? "text" : "draft",
      nodeDefinitions,
    ),
  );
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
