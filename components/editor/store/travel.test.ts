import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation } from "@/workflows/graph/operation";
import { smallGraph } from "../testing/graph";
import { emptyHistory, type History, record } from "./history";
import { travel } from "./travel";

const then = (document: GraphDocument, operation: Operation) => {
  const next = apply(document, operation);
  if (!next.ok) throw new Error(next.problem.message);
  return next.value;
};
/** Each a gesture of its own. */
const drawn = (...operations: Operation[]): { document: GraphDocument; history: History } =>
  operations.reduce(
    ({ document, history }, operation, index) => ({
      document: then(document, operation),
      history: record(history, document, operation, index * 10_000),
    }),
    { document: smallGraph(), history: emptyHistory },
  );
const title = (text: string): Operation => ({ op: "node.title", id: "ask", title: text });
const prompt = (text: string): Operation => ({
  op: "node.configure",
  id: "ask",
  set: { prompt: text },
  unset: [],
});

describe("travel", () => {
  it("goes back and forth through 250 gestures", () => {
    const renames = Array.from({ length: 250 }, (_, number) => title(`Ask ${number}`));
    let { document, history } = drawn(...renames);
    const last = document;
    for (const from of ["undo", "redo"] as const) {
      for (const _ of renames) {
        const moved = travel(history, document, from);
        expect(moved?.skipped).toEqual([]);
        document = moved?.document ?? document;
        history = moved?.history ?? history;
      }
      expect(document).toEqual(from === "undo" ? smallGraph() : last);
    }
  });

  it("leaves a value that somebody else has set since, and says so", () => {
    const { document, history } = drawn(prompt("Mine"));
    const theirs = then(document, prompt("Theirs"));
    const moved = travel(history, theirs, "undo");
    expect(moved?.document).toEqual(theirs);
    expect(moved?.operation).toBeNull();
    expect(moved?.skipped.map(({ reason }) => reason)).toEqual(["Somebody else has changed it since."]);
    expect(moved?.history).toEqual(emptyHistory);
  });

  it("takes back what is left of a gesture", () => {
    const { document, history } = drawn({
      op: "batch",
      operations: [prompt("Mine"), title("Mine")].flatMap((each) => (each.op === "batch" ? [] : [each])),
    });
    const moved = travel(history, then(document, prompt("Theirs")), "undo");
    expect(moved?.document.nodes.ask?.title).toBe("Ask");
    expect(moved?.document.nodes.ask?.config.prompt).toBe("Theirs");
    expect(moved?.skipped).toHaveLength(1);
  });

  it("skips what is about a node that is gone, and goes on with the one before", () => {
    const { document, history } = drawn({ op: "channel.remove", name: "answer" }, title("Mine"));
    const theirs = then(document, { op: "node.remove", id: "ask" });
    const first = travel(history, theirs, "undo");
    expect(first?.skipped).toHaveLength(1);
    const second = travel(first?.history ?? emptyHistory, theirs, "undo");
    expect(second?.skipped).toEqual([]);
    expect(second?.document.channels).toHaveProperty("answer");
  });

  it("is not disturbed by another field of the same node, nor by the order of keys", () => {
    const { document, history } = drawn({
      op: "node.configure",
      id: "ask",
      set: { prompt: "Mine", extra: { b: 1, a: 2 } },
      unset: [],
    });
    const ask = document.nodes.ask;
    const stored = {
      ...document,
      nodes: {
        ...document.nodes,
        ...(ask ? { ask: { ...ask, config: { ...ask.config, extra: { a: 2, b: 1 }, output: "x" } } } : {}),
      },
    };
    const moved = travel(history, stored, "undo");
    expect(moved?.skipped).toEqual([]);
    expect(moved?.document.nodes.ask?.config).toMatchObject({ prompt: "Hi", output: "x" });
  });

  it("has nothing to do at the end", () => {
    expect(travel(emptyHistory, smallGraph(), "redo")).toBeNull();
  });
});
