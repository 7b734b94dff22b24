import { quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { agentToolDefinition } from "./definition";

/** Says what exported code needs to reach an agent, which stays where it is published. */
export function noteAgentServer(slug: string, scope: NodeScope): void {
  scope.note(`It asks the agent “${slug}” on the Signalbox server, which has to be running.`);
  scope.env("SIGNALBOX_URL", "Address of the Signalbox server that other agents are asked on.");
  scope.env("SIGNALBOX_KEY", "An API key of it that may run agents.");
}

export const writeAgentTool: WriteTool<{ slug: string; purpose: string }> = (config, scope) => {
  noteAgentServer(config.slug, scope);
  scope.use("./lib/ask-agent", "askAgent");
  scope.use("zod", "z");
  return toolCode(agentToolDefinition, config, scope, {
    handler: `({ message }) => askAgent(${quoted(config.slug)}, message, config.signal)`,
    schema:
      'z.object({ message: z.string().describe("The question or task, with everything needed to understand it") })',
  });
};
