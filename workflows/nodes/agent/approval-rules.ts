import { toolDefinitionOf } from "@/workflows/tools/registry";
import { type ToolEntry, toolName } from "@/workflows/tools/tool-entry";

/** As plain data, which is written down in exported code. */
type Rule = { tool: string; purpose: string } | { tool: string; purpose: string; when: string };

/** The tools whose calls wait for a person, and where. */
export function approvalRules(tools: readonly ToolEntry[]): Rule[] {
  return tools.flatMap((tool) => {
    if (tool.approval === "never") return [];
    const purpose = toolDefinitionOf(tool.type).description(tool.config);
    const when = tool.approval === "when" ? { when: tool.approvalWhen ?? "true" } : {};
    return [{ tool: toolName(tool), purpose, ...when }];
  });
}
