import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around } from "@/workflows/graph/node-address";
import type { Cost } from "../run-view";
import { answered, call, delta, finish, problem, type Step, start, view } from "../testing/steps";

const placeless = ({ node: _node, visit: _visit, ...rest }: Step): Step => rest;
const failed: Step = { type: "model.failed", data: { spanId: "m1", problem } };

describe("a model call's text", () => {
  it("has its first token where its first letter is, not where an empty piece was", () => {
    const seen = view(start("a"), call("a"), delta("a", ""), delta("a", "x"), delta("a", "y"));
    expect(seen.spans[1]).toMatchObject({ firstTokenMs: 20, text: "xy" });
  });

  it("is set apart from the text of the call before it", () => {
    const seen = view(start("a"), call("a"), delta("a", "One"), call("a", "m2"), delta("a", "Two", "m2"));
    expect(seen.nodes.a?.text).toBe("One\n\nTwo");
    expect(seen.spans.map(({ text }) => text)).toEqual([undefined, "One", "Two"]);
  });

  it("begins anew with the node's next visit", () => {
    const seen = view(start("a"), call("a"), delta("a", "Old"), finish("a"), start("a", 2));
    expect(seen.nodes.a?.text).toBe("");
    expect(seen.spans[1]?.text).toBe("Old");
  });

  it("is the whole message in the end, whatever pieces of it came", () => {
    const seen = view(start("a"), call("a"), delta("a", "He"), answered("a", 1));
    expect(seen.spans[1]).toMatchObject({ text: "Hello", message: { role: "assistant", content: "Hello" } });
  });

  it("shows on the node inside of a subgraph alone", () => {
    const seen = view(start("sub"), start("sub/ask"), call("sub/ask"), delta("sub/ask", "x"));
    expect([seen.nodes["sub/ask"]?.text, seen.nodes.sub?.text]).toEqual(["x", ""]);
  });

  it("of a call that is not known leaves everything as it was", () => {
    const { seq: _, ...before } = view(start("a"));
    const { seq: __, ...after } = view(start("a"), delta("a", "lost"));
    expect(after).toEqual(before);
  });
});

describe("a model call without a place of its own", () => {
  it("belongs to the node it began in", () => {
    const pieces = [delta("a", "x"), answered("a", 4)].map(placeless);
    expect(view(start("a"), call("a"), ...pieces).nodes.a).toMatchObject({ text: "x", tokens: 10 });
  });

  it("counts for the run where it began in none", () => {
    const seen = view(...[call("a"), delta("a", "x"), answered("a", 4)].map(placeless));
    expect(seen).toMatchObject({ nodes: {}, tokens: { input: 7, output: 3 }, cost: { micros: 4 } });
    expect(seen.spans).toMatchObject([{ id: "m1", status: "done", text: "Hello" }]);
    expect(seen.spans[0]).not.toHaveProperty("nodeId");
  });
});

describe("the end of a model call", () => {
  it("counts what it used even where its beginning is not known", () => {
    const seen = view(start("a"), answered("a", 4));
    expect(seen.spans.map(({ kind }) => kind)).toEqual(["node"]);
    expect(seen.nodes.a).toMatchObject({ tokens: 10, cost: { micros: 4 } });
  });

  it("leaves tokens alone that the provider did not report", () => {
    const seen = view(start("a"), call("a"), answered("a", null, "m1", null));
    expect(seen.tokens).toEqual({ input: 0, output: 0, cached: 0 });
    expect(seen.nodes.a).toMatchObject({ tokens: 0, cost: { micros: 0, unknownCalls: 1 } });
    expect(seen.spans[1]).toMatchObject({ status: "done", usage: null, costMicros: null });
  });

  it("as a failure closes the call, not the node, which may try again", () => {
    const seen = view(start("a"), call("a"), failed, call("a", "m2"));
    expect(seen.spans.map(({ status }) => status)).toEqual(["running", "failed", "running"]);
    expect(seen.spans[1]).toMatchObject({ endedAt: 20, problem });
    expect(seen.nodes.a).toMatchObject({ status: "running", tokens: 0 });
    expect(seen.nodes.a?.problem).toBeUndefined();
  });
});

describe("what calls cost, subgraphs in one another included", () => {
  const place = fc.array(fc.constantFrom("a", "b", "ab"), { minLength: 1, maxLength: 3 });
  const calls = fc.array(fc.tuple(place, fc.option(fc.nat(99))), { minLength: 1, maxLength: 12 });

  function costOf(prices: readonly (number | null)[]): Cost {
    const micros = prices.reduce<number>((sum, price) => sum + (price ?? 0), 0);
    return { micros, unknownCalls: prices.filter((price) => price === null).length };
  }

  it("is at every place what the calls at it and inside of it cost", () => {
    fc.assert(
      fc.property(calls, (made) => {
        const seen = view(...made.map(([path, price], at) => answered(path.join("/"), price, `m${at}`)));
        const places = made.flatMap(([path]) => [path.join("/"), ...around(path.join("/"))]);
        expect(Object.keys(seen.nodes).sort()).toEqual([...new Set(places)].sort());
        for (const [address, node] of Object.entries(seen.nodes)) {
          const inside = made.filter(([path]) => `${path.join("/")}/`.startsWith(`${address}/`));
          expect(node.cost).toEqual(costOf(inside.map(([, price]) => price)));
          expect(node.tokens).toBe(inside.length * 10);
        }
        expect(seen.cost).toEqual(costOf(made.map(([, price]) => price)));
      }),
    );
  });
});
