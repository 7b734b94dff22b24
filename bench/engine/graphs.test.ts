import { expect, it } from "vitest";
import { isError } from "@/workflows/graph/issue";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { chatGraph, countingGraph, toolGraph, waitingGraph } from "./graphs";

it.each([
  ["counts", countingGraph(3, "exit")],
  ["waits", waitingGraph()],
  ["talks", chatGraph("offline/offline")],
  ["calls a tool", toolGraph("offline/offline")],
])("the graph that %s is valid", (_name, document) => {
  expect(validate(document, nodeDefinitions).filter(isError)).toEqual([]);
});
