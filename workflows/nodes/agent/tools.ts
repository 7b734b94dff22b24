import type { Issue } from "@/workflows/graph/issue";
import { toolDefinitionOf } from "@/workflows/tools/registry";
import { type ToolEntry, toolName } from "@/workflows/tools/tool-entry";
import type { ChannelRead } from "../definition";
import { configIssue } from "../issues";
import type { Need } from "../need";
import { expressionReads } from "../reads";

/** Whether some call of a tool may wait for a person. */
export function asksFirst(tools: readonly ToolEntry[]): boolean {
  return tools.some(({ approval }) => approval !== "never");
}

/** Whether some call of a tool may wait for somebody outside: a person, or whoever runs the agent. */
export function waitsOutside(tools: readonly ToolEntry[]): boolean {
  return asksFirst(tools) || tools.some(({ type }) => toolDefinitionOf(type).pauses === "caller");
}

/** Channels that conditions on calls look at. */
export function toolReads(tools: readonly ToolEntry[]): ChannelRead[] {
  return tools.flatMap(({ approval, approvalWhen }, index) =>
    approval === "when" && approvalWhen
      ? expressionReads(`tools.${index}.approvalWhen`, approvalWhen, ["args"])
      : [],
  );
}

export function toolNeeds({ type, config }: ToolEntry, index: number): Need[] {
  const needs = toolDefinitionOf(type).needs?.(config) ?? [];
  return needs.map((need) => ({ ...need, field: `tools.${index}.config.${need.field}` }));
}

/** @param taken names that the model knows other things by */
export function toolIssues(tools: readonly ToolEntry[], taken: readonly string[] = []): Issue[] {
  const names = tools.map(toolName);
  const repeated = names.flatMap((name, index) =>
    names.indexOf(name) < index || taken.includes(name)
      ? [
          configIssue(
            `tools.${index}.config`,
            `Two tools are named “${name}”. The model could not tell them apart.`,
          ),
        ]
      : [],
  );
  const unsaid = tools.flatMap(({ approval, approvalWhen }, index) =>
    approval === "when" && !approvalWhen?.trim()
      ? [
          configIssue(
            `tools.${index}.approvalWhen`,
            "Write the condition under which a person is asked, or ask always.",
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
  return [...repeated, ...unsaid, ...own];
}
