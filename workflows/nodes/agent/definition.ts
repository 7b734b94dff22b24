import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { toolDefinitionOf } from "@/workflows/tools/registry";
import { type ToolEntry, toolEntrySchema, toolName } from "@/workflows/tools/tool-entry";
import { defineNode } from "../define-node";
import { field } from "../field";
import { configIssue } from "../issues";
import { modelFields, modelIssues, modelNeeds, modelReads, modelWrites } from "../model-fields";
import type { Need } from "../need";
import { outPort } from "../ports";

export const agentConfig = z.strictObject({
  ...modelFields,
  tools: field(z.array(toolEntrySchema).max(50).default([]), {
    label: "Tools",
    control: "tools",
    help: "What the model may use, as often as it needs.",
  }),
  maxModelCalls: field(z.int().min(1).max(100).default(10), {
    label: "Most model calls",
    control: "number",
    help: "In one visit of this node. Past it the node fails.",
  }),
  maxToolCalls: field(z.int().min(1).max(500).optional(), {
    label: "Most tool calls",
    control: "number",
    help: "In one visit of this node. Past it the model is told to answer with what it has.",
    advanced: true,
  }),
});

export const agentDefinition = defineNode({
  type: "agent",
  typeVersion: 1,
  title: "Agent",
  summary: "A model that uses tools until it can answer.",
  icon: "bot",
  category: "agent",
  synonyms: ["tools", "react", "assistant", "function calling", "loop"],
  config: agentConfig,
  initial: { model: "offline/offline", prompt: "", tools: [] },
  ports: () => [outPort],
  reads: modelReads,
  needs: (config) => [...modelNeeds(config), ...config.tools.flatMap(toolNeeds)],
  writes: (config) => modelWrites(config, "string"),
  // A tool may do anything; only those that merely compute or look at the clock are safe to run again.
  idempotent: (config) =>
    config.tools.every((tool) => ["calculator", "current-time", "code"].includes(tool.type)),
  describe: (config) =>
    config.tools.length ? `${config.model} · ${config.tools.map(toolName).join(", ")}` : config.model,
  check: (config) => [...modelIssues(config), ...toolIssues(config.tools)],
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      system: "You are a helpful assistant.",
      messages: "messages",
      prompt: "",
      tools: [{ type: "calculator", attempts: 1, config: {} }],
      maxModelCalls: 5,
    },
    state: { messages: [{ id: "m1", role: "user", content: "What is 12 * 7?" }] },
  },
});

function toolNeeds({ type, config }: ToolEntry, index: number): Need[] {
  const needs = toolDefinitionOf(type).needs?.(config) ?? [];
  return needs.map((need) => ({ ...need, field: `tools.${index}.config.${need.field}` }));
}

function toolIssues(tools: ToolEntry[]): Issue[] {
  const names = tools.map(toolName);
  const repeated = names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          configIssue(
            `tools.${index}.config`,
            `Two tools are named “${name}”. The model could not tell them apart.`,
          ),
        ]
      : [],
  );
  const own = tools.flatMap((tool, index) =>
    (toolDefinitionOf(tool.type).check?.(tool.config) ?? []).map((issue) => ({
      ...issue,
      path: { ...issue.path, field: `tools.${index}.config.${issue.path.field ?? ""}` },
    })),
  );
  return [...repeated, ...own];
}
