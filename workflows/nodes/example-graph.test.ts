import { describe, expect, it } from "vitest";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { endNode, exampleGraph, holds, setNode, startNode } from "./example-graph";

const drawn = exampleGraph({
  channels: { a: holds("string", "A text", "none"), said: holds("messages", "A conversation") },
  columns: [
    { start: startNode("a") },
    { up: setNode("Up", "a", '"up"'), down: setNode("Down", "a", '"down"') },
    { end: endNode("a") },
  ],
  edges: ["start > up", "up > end", "up.error > down x3"],
});

describe("exampleGraph", () => {
  it("makes a document", () => {
    expect(graphDocumentSchema.parse(drawn)).toEqual(drawn);
  });

  it("puts columns side by side, and what shares one above each other", () => {
    expect(drawn.layout.nodes).toEqual({
      start: { x: 0, y: 0 },
      up: { x: 320, y: -90 },
      down: { x: 320, y: 90 },
      end: { x: 640, y: 0 },
    });
  });

  it("reads ports and caps of edges", () => {
    expect(drawn.edges).toEqual({
      start_up: { source: "start", port: "out", target: "up" },
      up_end: { source: "up", port: "out", target: "end" },
      up_error_down: { source: "up", port: "error", target: "down", cap: 3 },
    });
  });

  it("lets conversations grow and other channels hold their last value", () => {
    expect(drawn.channels).toMatchObject({
      a: { reducer: "replace", default: "none" },
      said: { reducer: "messages" },
    });
  });

  it("refuses what is no edge", () => {
    expect(() => exampleGraph({ channels: {}, columns: [], edges: ["start -> up"] })).toThrow("Not an edge");
  });
});
