import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { type Adjacency, adjacencyOf, byPort } from "./adjacency";
import { type Concurrency, concurrencyOf } from "./concurrency";

/**
 * Plays a run with random choices: each superstep runs the nodes that nothing holds back, each leaves by one of its
 * ports, joins wait for what can still reach them. Gives the sets of nodes that ran together.
 */
function play(adjacency: Adjacency, concurrency: Concurrency, choices: readonly number[]): string[][] {
  const ran: string[][] = [];
  let standing = new Set(["start"]);
  let turn = 0;
  while (standing.size > 0 && turn < choices.length) {
    const waits = (id: string) =>
      concurrency.joins.has(id) &&
      [...standing].some((other) => other !== id && concurrency.leadsTo(other, id));
    const running = [...standing].filter((id) => !waits(id)).sort();
    ran.push(running);
    const next = new Set([...standing].filter(waits));
    for (const id of running) {
      const ports = byPort(adjacency.from(id));
      const [, links] = ports[(choices[turn] ?? 0) % Math.max(1, ports.length)] ?? ["", []];
      turn += 1;
      for (const link of links) next.add(link.target);
    }
    standing = next;
  }
  return ran;
}

const withStart = graphDocument.filter((document) => Object.hasOwn(document.nodes, "start"));
const choices = fc.array(fc.nat(11), { minLength: 30, maxLength: 30 });

describe("concurrencyOf against played runs", () => {
  it("foresees every two nodes that run in one superstep", () => {
    fc.assert(
      fc.property(withStart, choices, (document, chosen) => {
        const adjacency = adjacencyOf(document);
        const concurrency = concurrencyOf(adjacency, ["start"]);
        for (const together of play(adjacency, concurrency, chosen)) {
          for (const one of together) {
            for (const other of together.filter((id) => id !== one)) {
              expect(concurrency.parallel(one, other), `${one} and ${other}`).toBe(true);
              expect(concurrency.together(one, other), `${one} and ${other}`).toBe(true);
            }
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
