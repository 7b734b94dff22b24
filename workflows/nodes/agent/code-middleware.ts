import { block } from "@/workflows/code/write/indent";
import { literal, quoted } from "@/workflows/code/write/literal";
import type { NodeScope } from "@/workflows/code/write/scope";
import { toolName } from "@/workflows/tools/tool-entry";
import { chatModelCode } from "../model-code";
import { approvalRules } from "./approval-rules";
import type { AgentConfig } from "./definition";
import { handoffTool } from "./handoffs";

type Write = (config: AgentConfig, scope: NodeScope) => string[];

/** As the product has it, in its order: see `middleware.server.ts`. */
export const middlewareCode: Write = (config, scope) => [
  ...approvals(config, scope),
  ...limits(config, scope),
  ...planning(config, scope),
  ...shortening(config, scope),
  ...privacy(config, scope),
  ...fallbacks(config, scope),
  ...toolFailures(config, scope),
];

const approvals: Write = ({ tools }, scope) => {
  const rules = approvalRules(tools);
  if (rules.length === 0) return [];
  scope.use("./lib/nodes/agent/approval", "askBeforeTools");
  scope.use("./lib/ask", "ask");
  scope.use("./state", "channels");
  return [`askBeforeTools(${literal(rules)}, { state, ask: (question) => ask(question, channels) })`];
};

const limits: Write = ({ maxModelCalls, maxToolCalls, tools }, scope) => {
  scope.use("langchain", "modelCallLimitMiddleware");
  const own = tools.flatMap((tool) =>
    tool.maxCalls === undefined ? [] : [`toolName: ${quoted(toolName(tool))}, runLimit: ${tool.maxCalls}`],
  );
  const all = maxToolCalls === undefined ? own : [`runLimit: ${maxToolCalls}`, ...own];
  if (all.length > 0) scope.use("langchain", "toolCallLimitMiddleware");
  return [
    `modelCallLimitMiddleware({ runLimit: ${maxModelCalls}, exitBehavior: "error" })`,
    ...all.map((limit) => `toolCallLimitMiddleware({ ${limit}, exitBehavior: "continue" })`),
  ];
};

const planning: Write = (config, scope) => {
  const { todoList, chooseTools, chooseMost, chooseModel, handoffs } = config;
  if (todoList) scope.use("langchain", "todoListMiddleware");
  const lines = todoList ? ["todoListMiddleware()"] : [];
  if (!chooseTools) return lines;
  scope.use("./lib/nodes/agent/tool-choice", "chooseTools");
  scope.use("./lib/nodes/ask-structured", "askStructured");
  const always = [...handoffs.map(handoffTool), ...(todoList ? ["write_todos"] : [])];
  const options = [
    `most: ${chooseMost}`,
    `always: ${literal(always)}`,
    `ask: (schema, messages) => askStructured(${sideModel(config, chooseModel, scope)}, schema, messages, config)`,
    seen(config, scope),
  ];
  return [...lines, `chooseTools(${block("{", options, "}")})`];
};

const shortening: Write = (config, scope) => {
  const { summariseOver, summariseKeep, summaryModel, clearOver, clearKeep } = config;
  const lines: string[] = [];
  if (config.summarise) {
    scope.use("./lib/nodes/agent/summaries", "summarise");
    const options = [
      `over: ${summariseOver}`,
      `keep: ${summariseKeep}`,
      `ask: (messages) => ${sideModel(config, summaryModel, scope)}.invoke(messages, config)`,
      seen(config, scope),
    ];
    lines.push(`summarise(${block("{", options, "}")})`);
  }
  if (config.clearResults) {
    scope.use("langchain", "ClearToolUsesEdit", "contextEditingMiddleware");
    const edit = `trigger: { tokens: ${clearOver} }, keep: { messages: ${clearKeep} }`;
    lines.push(`contextEditingMiddleware({ edits: [new ClearToolUsesEdit({ ${edit} })] })`);
  }
  return lines;
};

const privacy: Write = ({ personal, personalAnswers }, scope) => {
  if (personal.length === 0) return [];
  scope.use("./lib/nodes/agent/personal", "hidePersonal");
  return [`hidePersonal(${literal(personal)}, ${personalAnswers})`];
};

const fallbacks: Write = (config, scope) => {
  if (config.fallbacks.length === 0) return [];
  scope.use("langchain", "modelFallbackMiddleware");
  const models = config.fallbacks.map(({ model }) =>
    chatModelCode({ ...config, model, fallbacks: [] }, scope),
  );
  return [`modelFallbackMiddleware(${models.join(", ")})`];
};

const toolFailures: Write = ({ tools }, scope) => {
  scope.use("langchain", "toolErrorMiddleware");
  scope.use("./lib/agent", "tellModel");
  const lines = ["toolErrorMiddleware({ onError: tellModel })"];
  for (const tool of tools.filter(({ attempts }) => attempts > 1)) {
    scope.use("langchain", "toolRetryMiddleware");
    const options = `tools: [${quoted(toolName(tool))}], maxRetries: ${tool.attempts - 1}`;
    lines.push(`toolRetryMiddleware({ ${options}, initialDelayMs: 250, jitter: true, onFailure: "error" })`);
  }
  return lines;
};

/** A model for a side task; without one of its own the agent's. */
function sideModel(config: AgentConfig, model: string | undefined, scope: NodeScope): string {
  return chatModelCode(model ? { model, fallbacks: [] } : { ...config, fallbacks: [] }, scope);
}

function seen({ personal }: AgentConfig, scope: NodeScope): string {
  if (personal.length === 0) return "seen: (messages) => messages";
  scope.use("./lib/nodes/agent/personal", "withoutPersonal");
  return `seen: (messages) => withoutPersonal(messages, ${literal(personal)})`;
}
