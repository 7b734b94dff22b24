import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { sketch } from "@/workflows/graph/testing/sketch";
import { type Adjacency, adjacencyOf, byPort } from "./adjacency";
import { type Concurrency, concurrencyOf } from "./concurrency";
import { reachableFrom } from "./reachability";

const of = (edges: string) => concurrencyOf(adjacencyOf(sketch({ edges })), ["start"]);

describe("concurrencyOf", () => {
  it.each<[name: string, edges: string, sure: boolean, together: boolean, parallel: boolean]>([
    ["one after the other", "start > a; a > b", false, false, false],
    ["one fork", "start > a; start > b", true, true, true],
    ["ports of one node exclude each other", "start > c; c.yes > a; c.no > b", false, false, false],
    ["also further down", "start > c; c.yes > d; c.no > e; d > a; e > b", false, false, false],
    ["also inside a parallel branch", "start > c; start > z; c.yes > a; c.no > b", false, false, false],
    [
      "one port with two edges behind a branch",
      "start > c; c.yes > a; c.yes > b; c.no > end",
      true,
      true,
      true,
    ],
    [
      "two branches of two forks",
      "start > c; start > d; c.yes > a; c.no > z; d.yes > b; d.no > z",
      false,
      true,
      true,
    ],
    [
      "an error port is no choice",
      "start > c; start > d; c > a; c.error > z; d > b; d.error > z",
      true,
      true,
      true,
    ],
    [
      "what follows an error is not sure",
      "start > c; start > d; c > z; c.error > a; d > b",
      false,
      true,
      true,
    ],
    ["branches of different length", "start > a; start > c; c > b", false, false, true],
    ["a loop evens the length out", "start > a; start > c; c > b; a.again > a; a > end", false, true, true],
    ["both behind the join", "start > c; start > d; c > j; d > j; j > a; a > b", false, false, false],
    ["one before, one behind the join", "start > a; start > d; a > j; d > j; j > b", false, false, false],
    ["a fork that leads straight to the join", "start > a; start > b; a > b", false, false, false],
    [
      "a join of three, one of them longer",
      "start > a; start > c; start > d; c > e; e > b; a > b; d > b",
      false,
      false,
      false,
    ],
    ["a second fork behind the join", "start > c; start > d; c > j; d > j; j > a; j > b", true, true, true],
    [
      "beside a join of others",
      "start > c; start > d; start > x; c > a; d > a; x > y; y > b",
      false,
      false,
      true,
    ],
    [
      "a fork inside a loop, joined before it goes back",
      "start > l; l > a; l > c; c > b; a > j; b > j; j.again > l; j > end",
      false,
      false,
      true,
    ],
    [
      "a retry loop beside another branch",
      "start > a; start > c; a.again > a; a > j; c > j; j > b; b > end",
      false,
      false,
      false,
    ],
    ["forks that no run gets to", "x > a; x > b; start > a; a > b", false, false, false],
  ])("%s", (_, edges, sure, together, parallel) => {
    const concurrency = of(edges);
    expect({
      sure: concurrency.surelyTogether("a", "b"),
      together: concurrency.together("a", "b"),
      parallel: concurrency.parallel("a", "b"),
    }).toEqual({ sure, together, parallel });
  });

  it.each([
    ["start > a; a > b; b > end", []],
    ["start > c; c.yes > a; c.no > b; a > j; b > j; j > end", []],
    ["start > a; start > b; a > j; b > j; j > end", ["j"]],
    ["start > a; start > j; a > j; j > end", ["j"]],
    ["start > a; a > b; b.again > a; b > end", []],
    ["start > a; start > b; a > c; b.yes > c; b.no > end; c > end", ["c", "end"]],
    ["start > l; l > a; l > b; a > j; b > j; j.again > l; j > end", ["j"]],
    ["start > l; l > a; l > b; a.back > l; a > j; b > j; j > end", ["j"]],
  ])("%s: joins %j", (edges, joins) => {
    expect([...of(edges).joins]).toEqual(joins);
  });

  it("says whom a join waits for", () => {
    const concurrency = of("start > a; start > j; a > j; j > end");
    expect(concurrency.waitsFor("j", "a")).toBe(true);
    expect(concurrency.waitsFor("a", "j")).toBe(false);
    expect(concurrency.leadsTo("a", "end")).toBe(true);
    expect(concurrency.leadsTo("end", "a")).toBe(false);
  });

  it("is symmetric, never of a node with itself, and each degree implies the next", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const adjacency = adjacencyOf(document);
        const { together, surelyTogether, parallel } = concurrencyOf(adjacency, ["start"]);
        for (const one of adjacency.ids) {
          expect(parallel(one, one)).toBe(false);
          for (const other of adjacency.ids) {
            expect(parallel(one, other)).toBe(parallel(other, one));
            expect(together(one, other)).toBe(together(other, one));
            expect(Number(surelyTogether(one, other))).toBeLessThanOrEqual(Number(together(one, other)));
            expect(Number(together(one, other))).toBeLessThanOrEqual(Number(parallel(one, other)));
          }
        }
      }),
    );
  });

  it("tells for many nodes at once what it tells for two", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const { ids } = adjacencyOf(document);
        const concurrency = concurrencyOf(adjacencyOf(document), ["start"]);
        const asked = [
          ["parallel", concurrency.parallel],
          ["together", concurrency.together],
          ["surely", concurrency.surelyTogether],
        ] as const;
        for (const [how, meet] of asked) {
          const beside = concurrency.beside(how, ids, [...ids, "nowhere"]);
          for (const id of ids) expect(beside.get(id) ?? []).toEqual(ids.filter((other) => meet(id, other)));
          expect(concurrency.beside(how, ids, [...ids, "nowhere"])).toBe(beside);
        }
      }),
    );
  });

  it("follows every pair of places, as a walk pair by pair would", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const adjacency = adjacencyOf(document);
        const concurrency = concurrencyOf(adjacency, ["start"]);
        const walked = pairByPair(adjacency, concurrency);
        const told = adjacency.ids.flatMap((one) =>
          adjacency.ids.filter((other) => concurrency.parallel(one, other)).map((other) => `${one} ${other}`),
        );
        expect(told.sort()).toEqual(walked.sort());
      }),
      { numRuns: 500 },
    );
  });

  it("knows nothing of unknown nodes", () => {
    expect(of("start > a; start > b").parallel("a", "nowhere")).toBe(false);
  });
});

/** The plain search: from each fork, all pairs of places of two paths, each going on unless it waits for the other. */
function pairByPair(adjacency: Adjacency, { joins, leadsTo }: Concurrency): string[] {
  const waits = (a: string, b: string) => joins.has(a) && leadsTo(b, a);
  const next = (id: string) => adjacency.from(id).map(({ target }) => target);
  const seen = new Set<string>();
  const queue: [string, string][] = [];
  const visit = (a: string, b: string) => {
    if (a === b || seen.has(`${a} ${b}`)) return;
    seen.add(`${a} ${b}`);
    queue.push([a, b]);
  };
  for (const id of reachableFrom(adjacency, ["start"])) {
    for (const [, links] of byPort(adjacency.from(id))) {
      for (const one of links) for (const other of links) visit(one.target, other.target);
    }
  }
  for (const [a, b] of queue) {
    if (!waits(a, b)) for (const x of next(a)) visit(x, b);
    if (!waits(b, a)) for (const y of next(b)) visit(a, y);
  }
  return queue.filter(([a, b]) => !waits(a, b) && !waits(b, a)).map(([a, b]) => `${a} ${b}`);
}
