import { MemorySaver } from "@langchain/langgraph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import { isError } from "@/workflows/graph/issue";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { fakeServices } from "@/workflows/testing/fake-services";
import { buildGraph } from "./build.server";
import { plan } from "./plan";
import { drive } from "./testing/drive";
import { anyGraph, withoutChoices, withoutLoops } from "./testing/random-graph";

const errorsOf = (document: GraphDocument) => validate(document, nodeDefinitions).filter(isError);
const build = (document: GraphDocument) =>
  buildGraph(plan(document, nodeDefinitions), fakeServices(), new MemorySaver());

/** Runs a document; who ran, in order, and where its edges led. */
async function followed(document: GraphDocument) {
  const agent = drive(document);
  await agent.run();
  const visits = agent.finished().map((event) => event.node ?? "");
  const promised = agent
    .finished()
    .flatMap(({ data }) => data.edgeIds.map((id) => document.edges[id]?.target ?? ""))
    .filter((target) => target !== "end");
  return { agent, visits, promised };
}

describe("any graph without errors", () => {
  it("compiles, as people draw them", () => {
    fc.assert(
      fc.property(anyGraph, (document) => {
        expect(errorsOf(document)).toEqual([]);
        expect(() => build(document)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it("compiles or is refused with a reason, as programs make them", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const refusal = refusalOf(() => build(document));
        expect(refusal === undefined || isAppError(refusal)).toBe(true);
        expect(refusal === undefined || errorsOf(document).length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("runs until nothing is left to do, and follows every edge it took", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (document) => {
        const { agent, visits, promised } = await followed(document);
        expect((await agent.graph.getState(agent.config())).next).toEqual([]);
        for (const target of promised) expect(visits).toContain(target);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("without loops runs a node at most once, and after all that led to it", async () => {
    await fc.assert(
      fc.asyncProperty(withoutLoops, async (document) => {
        const { visits, promised } = await followed(document);
        for (const target of promised) expect(visits).toContain(target);
        expect(new Set(visits).size).toBe(visits.length);
        for (const { source, target } of Object.values(document.edges)) {
          const [from, to] = [visits.indexOf(source), visits.lastIndexOf(target)];
          expect(from < 0 || to < 0 || from < to).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("without loops and choices runs every node exactly once", async () => {
    await fc.assert(
      fc.asyncProperty(withoutChoices, async (document) => {
        const { agent, visits } = await followed(document);
        expect(agent.plan.nodes.filter((planNode) => planNode.deferred)).toEqual([]);
        expect([...visits].sort()).toEqual(agent.plan.nodes.map((planNode) => planNode.id).sort());
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function refusalOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
