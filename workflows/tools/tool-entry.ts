import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { type ToolType, toolDefinitionOf, toolDefinitions } from "./registry";

const attempts = field(z.int().min(1).max(5).default(1), {
  label: "Attempts",
  control: "number",
  help: "How often a failing call is tried before the model is told.",
  advanced: true,
});

function entry<Type extends ToolType>(type: Type) {
  return z.strictObject({ type: z.literal(type), attempts, config: toolDefinitions[type].config });
}

/** A tool as an Agent's config lists it. */
export const toolEntrySchema = z.discriminatedUnion("type", [
  entry("calculator"),
  entry("current-time"),
  entry("http-request"),
  entry("code"),
  entry("agent"),
]);
export type ToolEntry = z.output<typeof toolEntrySchema>;

/** The name by which the model calls a tool. */
export function toolName(tool: ToolEntry): string {
  return toolDefinitionOf(tool.type).name(tool.config);
}
