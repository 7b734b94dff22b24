import type { Durability, GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { sketch } from "@/workflows/graph/testing/sketch";
import type { Case } from "./case";

const stored = (document: GraphDocument, durability: Durability): GraphDocument => ({
  ...document,
  settings: { ...document.settings, durability },
});
const order = (effect: boolean) =>
  sketch({ nodes: { order: { effect } }, edges: "start > order; order > end" });
const around = (inner: GraphDocument) =>
  sketch({ nodes: { sub: { graph: graphAsJson(inner) } }, edges: "start > sub; sub > end" });

/** What a graph risks that does not store every step. */
export const durabilityCases: Case[] = [
  {
    code: "effect_not_stored",
    name: "what must not act twice, where only pauses and the end are stored",
    has: stored(order(true), "exit"),
    severity: "warning",
    path: { nodeId: "order" },
    message: /^“ORDER” changes something outside/,
    hasNot: stored(order(true), "sync"),
    fixed: true,
  },
  {
    code: "effect_not_stored",
    name: "what may act twice is no matter",
    has: stored(order(true), "exit"),
    severity: "warning",
    path: { nodeId: "order" },
    message: /a person is asked/,
    hasNot: stored(order(false), "exit"),
  },
  {
    code: "effect_not_stored",
    name: "inside a subgraph, which is stored with the graph around it",
    has: stored(around(order(true)), "exit"),
    severity: "warning",
    path: { nodeId: "sub", inside: { nodeId: "order" } },
    message: /^“ORDER” changes something outside/,
    hasNot: around(order(true)),
    fixed: true,
  },
  {
    code: "effect_not_stored",
    name: "not where nothing leads",
    has: stored(order(true), "exit"),
    severity: "warning",
    path: { nodeId: "order" },
    message: /Store every step/,
    hasNot: stored(sketch({ nodes: { order: { effect: true } }, edges: "start > end; order > end" }), "exit"),
  },
];
