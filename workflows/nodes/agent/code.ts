import type { z } from "zod";
import { isFixed, templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { writeTool } from "@/workflows/tools/registry.code";
import { toolName } from "@/workflows/tools/tool-entry";
import { answerCode, chatModelCode, conversationCode } from "../model-code";
import type { agentConfig } from "./definition";

type Config = z.output<typeof agentConfig>;

export const writeAgent: WriteNode<Config> = (config, scope) => {
  scope.use("langchain", "createAgent");
  scope.use("./lib/agent", "runAgent");
  const system = config.system.trim() ? templateCode(config.system, scope) : undefined;
  const tools = config.tools.map((tool) => writeTool(tool, scope));
  const options = [
    `model: ${chatModelCode(config, scope)}`,
    "tools",
    ...(system === undefined ? [] : [systemPrompt(config, system)]),
    `middleware: ${block("[", middleware(config, scope), "]")}`,
    "checkpointer: false",
  ];
  return [
    ...(system === undefined || isFixed(config.system) ? [] : [`const system = ${system};`]),
    `const tools = ${block("[", tools, "]")};`,
    `const agent = createAgent(${block("{", options, "}")});`,
    `const given = ${block("[", conversationCode(config, scope), "]")};`,
    `const { added, answer } = await runAgent(agent, given, ${config.maxModelCalls}, config);`,
    `return { update: ${answerCode(config, "added", "answer")} };`,
  ];
};

function systemPrompt(config: Config, system: string): string {
  return isFixed(config.system)
    ? `systemPrompt: ${system}`
    : "...(system.trim() ? { systemPrompt: system } : {})";
}

/** As the product has it: bounds on calls, retries of tools, and the model told of what failed. */
function middleware(config: Config, scope: NodeScope): string[] {
  scope.use("langchain", "modelCallLimitMiddleware", "toolErrorMiddleware");
  scope.use("./lib/agent", "tellModel");
  const lines = [`modelCallLimitMiddleware({ runLimit: ${config.maxModelCalls}, exitBehavior: "error" })`];
  if (config.maxToolCalls !== undefined) {
    scope.use("langchain", "toolCallLimitMiddleware");
    lines.push(`toolCallLimitMiddleware({ runLimit: ${config.maxToolCalls}, exitBehavior: "continue" })`);
  }
  lines.push("toolErrorMiddleware({ onError: tellModel })");
  for (const tool of config.tools.filter(({ attempts }) => attempts > 1)) {
    scope.use("langchain", "toolRetryMiddleware");
    const options = `tools: [${quoted(toolName(tool))}], maxRetries: ${tool.attempts - 1}`;
    lines.push(`toolRetryMiddleware({ ${options}, initialDelayMs: 250, jitter: true, onFailure: "error" })`);
  }
  return lines;
}
