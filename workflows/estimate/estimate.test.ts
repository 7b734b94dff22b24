import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applied, graphDocument } from "@/workflows/graph/testing/arbitraries";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { estimate } from "./estimate";
import type { NodeHistory, Spread } from "./history";

const always = (value: number): Spread => ({ p5: value, p50: value, p95: value });

/** A node whose visits always take 10 tokens, 5 micro-dollars and 100 ms, unless said otherwise. */
const past = (nodeId: string, part: Partial<NodeHistory> = {}): NodeHistory => ({
  nodeId,
  runs: 10,
  visits: 10,
  tokensIn: always(8),
  tokensOut: always(2),
  costMicros: always(5),
  unpricedCalls: 0,
  ms: always(100),
  ports: [{ visit: 1, port: "out", times: 10 }],
  ...part,
});
const taking = (...ports: [visit: number, port: string, times: number][]) => ({
  ports: ports.map(([visit, port, times]) => ({ visit, port, times })),
});
const of = (edges: string, ...history: NodeHistory[]) =>
  estimate(sketch({ edges }), history, testDefinitions);
const ends = ({ tokens, costMicros, ms }: ReturnType<typeof of>) => [tokens.p95, costMicros.p95, ms.p95];

describe("the totals", () => {
  it("add up along a path", () => {
    expect(ends(of("start > a; a > b; b > end", past("a"), past("b")))).toEqual([20, 10, 200]);
  });

  it("of parallel branches: tokens and cost add up, time is that of the longest", () => {
    const slow = past("b", { ms: always(300) });
    const found = of("start > a; start > b; a > j; b > j; j > end", past("a"), slow, past("j"));
    expect(ends(found)).toEqual([30, 15, 400]);
    expect(found.nodes.get("j")?.visits).toBe(1);
  });

  it("of independent visits spread less than the visits: high ones seldom come together", () => {
    const wide = { ms: { p5: 0, p50: 100, p95: 1_000 } };
    const found = of("start > a; a > b; b > end", past("a", wide), past("b", wide));
    expect(found.ms.p50).toBeGreaterThan(200);
    expect(found.ms.p95).toBeGreaterThan(1_000);
    expect(found.ms.p95).toBeLessThan(1_900);
  });

  it("are nothing for a graph that earlier runs know nothing of, which is said", () => {
    const found = of("start > a; a > b; b > end; lost > b");
    expect(ends(found)).toEqual([0, 0, 0]);
    expect(found.unknown).toEqual(["a", "b"]);
    expect([...found.nodes]).toEqual([]);
  });

  it("name the nodes without history and those without a price, also where no run went yet", () => {
    const found = of(
      "start > a; a.yes > b; a.no > c; b > end; c > end",
      past("a", taking([1, "yes", 9])),
      past("b", { unpricedCalls: 2 }),
    );
    expect(found.unknown).toEqual(["c"]);
    expect(found.unpriced).toEqual(["b"]);
    expect(found.nodes.get("b")?.visits).toBe(1);
  });
});

describe("branches and loops", () => {
  it("takes ports as often as earlier runs did", () => {
    const edges = "start > a; a.yes > b; a.no > c; b > end; c > end";
    const found = of(edges, past("a", taking([1, "yes", 80], [1, "no", 20])), past("b"), past("c"));
    // Four standard deviations, √(p·(1−p)/n) = 0.0126.
    expect(found.nodes.get("b")?.visits).toBeGreaterThan(0.75);
    expect(found.nodes.get("b")?.visits).toBeLessThan(0.85);
    expect(found.nodes.get("c")?.visits).toBeCloseTo(1 - (found.nodes.get("b")?.visits ?? 0), 9);
  });

  it("tries all normal ports alike where nothing is known, and ports that are gone are not taken", () => {
    const edges = "start > a; a.yes > b; a.no > c; b > end; c > end";
    for (const history of [[], [past("a", taking([1, "old", 9]))]]) {
      const found = of(edges, ...history, past("b"), past("c"));
      expect(found.nodes.get("b")?.visits).toBeGreaterThan(0.43);
      expect(found.nodes.get("b")?.visits).toBeLessThan(0.57);
    }
  });

  it("goes round a loop as often as it was gone round, visit by visit", () => {
    const edges = "start > a; a > b; b.again > a; b.done > end";
    const thrice = past("b", taking([1, "again", 9], [2, "again", 9], [3, "done", 9]));
    expect(of(edges, past("a"), thrice).nodes.get("a")?.visits).toBe(3);
  });

  it.each([
    ["start > a; a > b; b.again > a x2; b.done > end; b.limit > c; c > end", 1],
    ["start > a; a > b; b.again > a x2; b.done > end", undefined],
  ])("a used-up loop goes on by its limit, or stops: %s", (edges, visitsOfC) => {
    const found = of(edges, past("a"), past("b", taking([1, "again", 9])), past("c"));
    expect(found.nodes.get("a")?.visits).toBe(3);
    expect(found.nodes.get("c")?.visits).toBe(visitsOfC);
  });

  it("ends a loop without a way out at the graph's limit of supersteps", () => {
    const found = of("start > a; a > a", past("a"));
    expect(found.nodes.get("a")?.visits).toBe(100);
  });

  it("goes past a node that is turned off", () => {
    const document = applied(sketch({ edges: "start > a; a > b; b > end" }), {
      op: "node.disable",
      id: "a",
      disabled: true,
    });
    const found = estimate(document, [past("a"), past("b")], testDefinitions);
    expect([...found.nodes.keys()]).toEqual(["b"]);
  });
});

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const spread = fc.record({ p5: amount, p50: amount, p95: amount });
const metrics = ["tokensIn", "tokensOut", "costMicros", "ms"] as const;

/** Any history of a graph's nodes, with ports that it has and that it has not. */
const known = graphDocument.chain((document) =>
  fc
    .array(
      fc.record({
        nodeId: fc.constantFrom(...Object.keys(document.nodes)),
        runs: fc.integer({ min: 1, max: 200 }),
        visits: fc.integer({ min: 1, max: 200 }),
        tokensIn: spread,
        tokensOut: spread,
        costMicros: spread,
        unpricedCalls: fc.nat(3),
        ms: spread,
        ports: fc.array(
          fc.record({
            visit: fc.integer({ min: 1, max: 20 }),
            port: fc.constantFrom(
              "out",
              "error",
              "limit",
              "gone",
              ...Object.values(document.edges).map((e) => e.port),
            ),
            times: fc.integer({ min: 1, max: 50 }),
          }),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 8 },
    )
    .map((history) => ({ document, history })),
);

describe("for any graph and any history", () => {
  it("comes to an end with numbers, p95 not below p50, and the same ones each time", () => {
    fc.assert(
      fc.property(known, ({ document, history }) => {
        const found = estimate(document, history, testDefinitions);
        for (const { p50, p95 } of [found.tokens, found.costMicros, found.ms]) {
          expect(Number.isFinite(p50)).toBe(true);
          expect(Number.isFinite(p95)).toBe(true);
          expect(p50).toBeGreaterThanOrEqual(0);
          expect(p95).toBeGreaterThanOrEqual(p50);
        }
        for (const node of found.nodes.values()) {
          for (const value of Object.values(node)) expect(value).toBeGreaterThanOrEqual(0);
        }
        expect(estimate(document, history, testDefinitions)).toEqual(found);
      }),
      { numRuns: 30 },
    );
  });

  it("never falls when a node takes more", () => {
    fc.assert(
      fc.property(known, fc.nat(7), fc.constantFrom(...metrics), spread, (given, at, metric, more) => {
        const { document, history } = given;
        const grown = history.map((each, index) =>
          index === at
            ? {
                ...each,
                [metric]: {
                  p5: each[metric].p5 + more.p5,
                  p50: each[metric].p50 + more.p50,
                  p95: each[metric].p95 + more.p95,
                },
              }
            : each,
        );
        const before = estimate(document, history, testDefinitions);
        const after = estimate(document, grown, testDefinitions);
        for (const total of ["tokens", "costMicros", "ms"] as const) {
          for (const end of ["p50", "p95"] as const) {
            expect(after[total][end]).toBeGreaterThanOrEqual(before[total][end] * (1 - 1e-9));
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
