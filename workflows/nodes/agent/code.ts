import { isFixed, templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, literal } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { writeTool } from "@/workflows/tools/registry.code";
import { answerCode, chatModelCode, conversationCode } from "../model-code";
import { middlewareCode } from "./code-middleware";
import type { AgentConfig } from "./definition";
import { receiversOf } from "./handoffs";
import { asksFirst } from "./tools";

export const writeAgent: WriteNode<AgentConfig> = (config, scope) => {
  scope.use("langchain", "createAgent");
  scope.use("./lib/agent", "runAgent");
  const system = config.system.trim() ? systemText(config, scope) : undefined;
  const tools = [
    ...config.tools.map((tool) => writeTool(tool, scope)),
    ...(config.handoffs.length > 0 ? ["...handoffTools(receivers)"] : []),
  ];
  const options = [
    `model: ${chatModelCode({ ...config, fallbacks: [] }, scope)}`,
    tools.length > 0 ? "tools" : "tools: []",
    ...(system === undefined ? [] : [systemPrompt(config, system)]),
    `middleware: ${block("[", middlewareCode(config, scope), "]")}`,
    // A pause for a person needs the steps of the loop: they are kept with the graph's.
    ...(asksFirst(config.tools) ? [] : ["checkpointer: false"]),
  ];
  return [
    ...(system === undefined || isConstant(config) ? [] : [`const system = ${system};`]),
    ...receivers(config, scope),
    ...(tools.length > 0 ? [`const tools = ${block("[", tools, "]")};`] : []),
    `const agent = createAgent(${block("{", options, "}")});`,
    `const given = ${block("[", conversationCode(config, scope), "]")};`,
    `const { added, answer${keepsTodos(config) ? ", todos" : ""} } = await runAgent(agent, given, ${config.maxModelCalls}, config);`,
    ...handoffLines(config),
    `return { update: ${withTodos(config, answerCode(config, "added", "answer"))} };`,
  ];
};

function isConstant(config: AgentConfig): boolean {
  return isFixed(config.system) && config.personal.length === 0;
}

function systemText(config: AgentConfig, scope: NodeScope): string {
  const text = templateCode(config.system, scope);
  if (config.personal.length === 0) return text;
  scope.use("./lib/personal/hidden", "hidden");
  return `hidden(${text}, ${literal(config.personal)})`;
}

function systemPrompt(config: AgentConfig, system: string): string {
  return isConstant(config)
    ? `systemPrompt: ${system}`
    : "...(system.trim() ? { systemPrompt: system } : {})";
}

function receivers(config: AgentConfig, scope: NodeScope): string[] {
  if (config.handoffs.length === 0) return [];
  scope.use("./lib/nodes/agent/handoff-tools", "handedOver", "handoffTools");
  return [`const receivers = ${literal(receiversOf(config.handoffs))};`];
}

function handoffLines(config: AgentConfig): string[] {
  if (config.handoffs.length === 0) return [];
  const update = [
    ...(config.messages ? [`${key(config.messages)}: added`] : []),
    ...(config.taskChannel ? [`${key(config.taskChannel)}: next.task`] : []),
    ...(config.activeChannel ? [`${key(config.activeChannel)}: next.port`] : []),
  ];
  return [
    "const next = handedOver(added, receivers);",
    `if (next) return { port: next.port, update: ${withTodos(config, update.length > 0 ? `{ ${update.join(", ")} }` : "{}")} };`,
  ];
}

function keepsTodos({ todoList, todosChannel }: AgentConfig): boolean {
  return todoList && todosChannel !== undefined;
}

function withTodos(config: AgentConfig, update: string): string {
  if (!keepsTodos(config) || config.todosChannel === undefined) return update;
  return `{ ...${update}, ${key(config.todosChannel)}: todos }`;
}
