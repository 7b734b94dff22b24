import { jsonObjectSchema } from "@/workflows/graph/json";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { NodeResult } from "@/workflows/nodes/execute";
import { type NodeType, nodeDefinitions } from "@/workflows/nodes/registry";
import { nodePreparers } from "@/workflows/nodes/registry.server";
import type { NodeServices } from "@/workflows/runtime/ports";
import { type FakeContext, fakeContext } from "./fake-context";
import { fakeServices } from "./fake-services";

/** Runs a node type outside of LangGraph; config fields that are left out get their defaults. */
export function runNode(
  type: NodeType,
  config: object,
  state: Record<string, unknown>,
  services: Partial<NodeServices> = {},
  context: FakeContext = fakeContext(),
): Promise<NodeResult> {
  return nodePreparers[type](jsonObjectSchema.parse(config), fakeServices(services))(state, context);
}

/** Messages of a node type's own checks. */
export function issuesOf(type: NodeType, config: object): string[] {
  const definition: NodeDefinition = nodeDefinitions[type];
  const issues = definition.check?.(definition.config.parse(config)) ?? [];
  return issues.map((issue) => `${issue.path.field}: ${issue.message}`);
}
