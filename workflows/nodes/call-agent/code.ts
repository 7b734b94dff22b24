import { block } from "@/workflows/code/write/indent";
import { literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { noteAgentServer } from "@/workflows/tools/agent/code";
import type { CallAgentConfig } from "./definition";

/** Another agent stays where it is published and is called there. */
export const writeCallAgent: WriteNode<CallAgentConfig> = (config, scope) => {
  noteAgentServer(config.slug, scope);
  if (config.version !== undefined) {
    scope.note(
      `It calls the live version of “${config.slug}”; in the editor it is pinned to version ${config.version}.`,
    );
  }
  scope.use("./lib/ask-agent", "callAgent");
  scope.use("./lib/nodes/call-agent/values", "calledInput", "calledOutput");
  const options = [
    `slug: ${quoted(config.slug)}`,
    `input: calledInput(${literal(config.inputs)}, state)`,
    ...(config.timeoutMinutes === undefined ? [] : [`timeoutMs: ${config.timeoutMinutes * 60_000}`]),
    "signal: config.signal",
  ];
  const mapping = { outputs: config.outputs, ...(config.output && { output: config.output }) };
  return [
    `const output = await callAgent(${block("{", options, "}")});`,
    `return { update: calledOutput(${literal(mapping)}, output) };`,
  ];
};
