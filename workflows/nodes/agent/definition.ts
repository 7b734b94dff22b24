import { z } from "zod";
import { toolDefinitionOf } from "@/workflows/tools/registry";
import { toolEntrySchema, toolName } from "@/workflows/tools/tool-entry";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { modelFields, modelIssues, modelNeeds, modelReads, modelWrites, tuningFields } from "../model-fields";
import type { Need } from "../need";
import { outPort } from "../ports";
import { agentFace } from "./face";
import { handoffIssues, handoffPorts, handoffsField, handoffTool } from "./handoffs";
import { lengthFields, limitFields, planningFields, privacyFields } from "./settings";
import { toolIssues, toolNeeds, toolReads, waitsOutside } from "./tools";

export const agentConfig = z.strictObject({
  ...modelFields,
  ...tuningFields,
  tools: field(z.array(toolEntrySchema).max(50).default([]), {
    label: "Tools",
    control: "tools",
    help: "What the model may use, as often as it needs.",
  }),
  ...limitFields,
  ...lengthFields,
  ...planningFields,
  ...privacyFields,
  handoffs: handoffsField,
  taskChannel: optionalChannelField({
    label: "Write the task to",
    help: "What the model says should be done by who takes over.",
    group: "Handing over",
  }),
  activeChannel: optionalChannelField({
    label: "Keep who is active in",
    help: "The id of who took over, so that a later run of the thread can begin there with a Switch.",
    group: "Handing over",
  }),
});
export type AgentConfig = z.output<typeof agentConfig>;

export const agentDefinition = defineNode({
  type: "agent",
  typeVersion: 1,
  ...agentFace,
  summary: "A model that uses tools until it can answer.",
  synonyms: ["tools", "react", "assistant", "function calling", "loop", "handoff", "supervisor", "swarm"],
  config: agentConfig,
  initial: { model: "offline/offline", prompt: "", tools: [] },
  ports: (config) => [outPort, ...handoffPorts(config.handoffs)],
  reads: (config) => [...modelReads(config), ...toolReads(config.tools)],
  needs: (config) => [
    ...modelNeeds(config, asksForTools(config) ? ["tools"] : []),
    ...sideModels(config),
    ...config.tools.flatMap(toolNeeds),
  ],
  writes: (config) => [
    ...modelWrites(config, "string"),
    ...(config.todoList && config.todosChannel
      ? [{ channel: config.todosChannel, field: "todosChannel", type: "array" as const }]
      : []),
    ...(config.taskChannel
      ? [{ channel: config.taskChannel, field: "taskChannel", type: "string" as const }]
      : []),
    ...(config.activeChannel
      ? [{ channel: config.activeChannel, field: "activeChannel", type: "string" as const }]
      : []),
  ],
  // A tool may do anything; only those that say that they merely compute or read are safe to run again.
  idempotent: (config) =>
    config.tools.every((tool) => toolDefinitionOf(tool.type).repeatable?.(tool.config) ?? false),
  interrupts: (config) => waitsOutside(config.tools),
  describe: (config) =>
    config.tools.length ? `${config.model} · ${config.tools.map(toolName).join(", ")}` : config.model,
  check: (config) => [
    ...modelIssues(config),
    ...handoffIssues(config.handoffs),
    ...toolIssues(config.tools, [
      ...config.handoffs.map(handoffTool),
      ...(config.todoList ? ["write_todos"] : []),
    ]),
  ],
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      reasoning: "default",
      cachePrompt: false,
      system: "You are a helpful assistant.",
      messages: "messages",
      prompt: "",
      tools: [{ type: "calculator", approval: "never", attempts: 1, config: {} }],
      maxModelCalls: 5,
      summarise: false,
      summariseOver: 8_000,
      summariseKeep: 10,
      clearResults: false,
      clearOver: 20_000,
      clearKeep: 3,
      todoList: false,
      chooseTools: false,
      chooseMost: 5,
      personal: [],
      personalAnswers: false,
      handoffs: [],
    },
    state: { messages: [{ id: "m1", role: "user", content: "What is 12 * 7?" }] },
  },
});

/** Handoffs are tools to the model. */
export function asksForTools({ tools, handoffs }: Pick<AgentConfig, "tools" | "handoffs">): boolean {
  return tools.length > 0 || handoffs.length > 0;
}

function sideModels(config: AgentConfig): Need[] {
  const { summarise, summaryModel, chooseTools, chooseModel } = config;
  return [
    ...(summarise && summaryModel
      ? [{ kind: "model" as const, field: "summaryModel", reference: summaryModel }]
      : []),
    ...(chooseTools && chooseModel
      ? [{ kind: "model" as const, field: "chooseModel", reference: chooseModel }]
      : []),
  ];
}
