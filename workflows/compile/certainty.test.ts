import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certainties } from "./certainty";
import { type PlanNode, planEnd } from "./plan-types";

type Routes = Record<string, string[]>;

function node(id: string, routes: Routes): PlanNode {
  const shown = { type: "step", typeVersion: 1, title: id, config: {}, policy: { onError: "fail" as const } };
  return {
    id,
    address: id,
    name: id,
    node: shown,
    deferred: false,
    after: [],
    routes: Object.entries(routes).map(([port, targets]) => ({
      port,
      edges: targets.map((target, index) => ({ id: `${id}.${port}.${index}`, target })),
    })),
  };
}
const of = (entry: string[], routes: Record<string, Routes>) =>
  certainties(
    "start",
    entry.map((target) => ({ target })),
    Object.entries(routes).map(([id, own]) => node(id, own)),
  );
const sorted = (set: ReadonlySet<string> | undefined) => [...(set ?? [])].sort();

describe("what runs for certain", () => {
  it.each<[string, Record<string, Routes>, string[]]>([
    ["a chain", { a: { out: ["b"] }, b: { out: [planEnd] } }, ["a", "b", "start"]],
    [
      "all branches of a fork",
      { a: { out: ["b", "c"] }, b: { out: [] }, c: { out: [] } },
      ["a", "b", "c", "start"],
    ],
    [
      "neither way of a choice",
      { a: { yes: ["b"], no: ["c"] }, b: { out: [] }, c: { out: [] } },
      ["a", "start"],
    ],
    [
      "what both ways of a choice lead to",
      { a: { yes: ["b"], no: ["c"] }, b: { out: ["d"] }, c: { out: ["d"] }, d: { out: [] } },
      ["a", "d", "start"],
    ],
    ["nothing where a way ends early", { a: { yes: ["b"], no: [planEnd] }, b: { out: [] } }, ["a", "start"]],
    ["nothing where a port is not connected", { a: { yes: ["b"], no: [] }, b: { out: [] } }, ["a", "start"]],
    [
      "what follows a loop, which ends one day",
      { a: { again: ["a"], out: ["b"] }, b: { out: [] } },
      ["a", "b", "start"],
    ],
    [
      "what follows a used-up loop without a way out",
      { a: { out: ["b"], limit: [] }, b: { out: [] } },
      ["a", "b", "start"],
    ],
    [
      "less where the limit leads elsewhere",
      { a: { out: ["b"], limit: ["c"] }, b: { out: [] }, c: { out: [] } },
      ["a", "start"],
    ],
  ])("%s", (_, routes, expected) => {
    expect(sorted(of(["a"], routes).get("start"))).toEqual(expected);
  });

  it("is known of a chain of two thousand nodes in one round", () => {
    const names = Array.from({ length: 2_000 }, (_, at) => `n${at}`);
    const chain = Object.fromEntries(names.map((id, at) => [id, { out: [names[at + 1] ?? planEnd] }]));
    const began = performance.now();
    expect(of(["n0"], chain).get("start")?.size).toBe(2_001);
    // A round for each node took minutes.
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  const ids = ["a", "b", "c", "d"];
  const targets = fc.subarray([...ids, planEnd]);
  const graph = fc.record({
    entry: fc.subarray(ids, { minLength: 1 }),
    routes: fc.record(
      Object.fromEntries(
        ids.map((id) => [id, fc.dictionary(fc.constantFrom("out", "no"), targets, { minKeys: 1 })]),
      ),
    ),
    choices: fc.array(fc.nat(1), { minLength: 60, maxLength: 60 }),
  });

  it("is what any run that comes to an end has run", () => {
    fc.assert(
      fc.property(graph, ({ entry, routes, choices }) => {
        const certain = of(entry, routes);
        const ran = new Set(["start"]);
        const standing = [...entry];
        for (const choice of choices) {
          const id = standing.shift();
          if (id === undefined) break;
          ran.add(id);
          const ports = Object.values(routes[id] ?? {});
          standing.push(...(ports[choice % ports.length] ?? []).filter((target) => target !== planEnd));
        }
        const promised = standing.length === 0 ? sorted(certain.get("start")) : [];
        expect([...ran]).toEqual(expect.arrayContaining(promised));
      }),
      { numRuns: 1_000 },
    );
  });

  it("includes what is certain of everything that is certain", () => {
    fc.assert(
      fc.property(graph, ({ entry, routes }) => {
        const certain = of(entry, routes);
        for (const [id, followed] of certain) {
          expect(followed.has(id)).toBe(true);
          for (const other of followed)
            expect(sorted(followed)).toEqual(expect.arrayContaining(sorted(certain.get(other))));
        }
      }),
    );
  });
});
