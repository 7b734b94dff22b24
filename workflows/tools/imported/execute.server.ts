import { tool } from "@langchain/core/tools";
import { AppError } from "@/workflows/errors/app-error";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { OpenTool } from "@/workflows/runtime/ports";
import { duringSpan } from "@/workflows/telemetry/current-span.server";
import { type MadeTool, spanOf, type ToolMake, type ToolRuntime } from "../execute";
import { type ImportedToolConfig, importedToolDefinition } from "./definition";

/** What the workspace approved is what the model sees; what was not, the agent does not start with. */
export const makeImportedTool: ToolMake<ImportedToolConfig, Promise<MadeTool>> = async (
  config,
  services,
  context,
) => {
  const name = importedToolDefinition.name(config);
  const open = await services.tools.open(config.tool.id, {
    version: config.tool.version,
    onBehalfOf: context.onBehalfOf,
    runId: context.runId,
    person: context.person,
  });
  requireAsPicked(config, open);
  const call = async (given: unknown, runtime: ToolRuntime) => {
    const args = jsonObjectSchema.parse(given);
    const callKey = context.callKey(runtime.toolCall?.id ?? encodeURIComponent(JSON.stringify(args)));
    return duringSpan(spanOf(runtime), () => open.call({ args, callKey, signal: context.signal }));
  };
  const description = config.purpose || open.description;
  return { tool: tool(call, { name, description, schema: open.parameters }), asks: open.asks };
};

/** The run was told that calls may be made again; where that is no longer so, a lost worker would act twice. */
function requireAsPicked({ tool: picked }: ImportedToolConfig, open: OpenTool): void {
  if (!picked.repeatable || open.repeatable) return;
  throw new AppError(
    "tool_not_configured",
    `The tool “${picked.name}” only read when it was chosen, and no longer does.`,
    { hint: "Choose it again in the agent's settings and publish the agent." },
  );
}
