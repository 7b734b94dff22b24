import { expect, it } from "vitest";
import { isError } from "@/workflows/graph/issue";
import { parseDocument } from "@/workflows/graph/parse-document";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { bigGraph } from "./graph";

it("is a valid graph of 1,000 nodes and 1,500 edges", () => {
  const graph = bigGraph();
  expect(parseDocument(graph).ok).toBe(true);
  expect(Object.keys(graph.nodes)).toHaveLength(1_000);
  expect(Object.keys(graph.edges)).toHaveLength(1_500);
  expect(validate(graph, nodeDefinitions).filter(isError)).toEqual([]);
});
