import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { type ToolType, toolDefinitionOf, toolDefinitions } from "./registry";

/** What an Agent says of every tool beside the tool's own settings. */
const entryFields = {
  approval: field(z.enum(["never", "always", "when"]).default("never"), {
    label: "Ask a person first",
    control: "select",
    help: "They see the tool and its arguments, may change them, and let the call through or reject it.",
  }),
  approvalWhen: field(z.string().max(10_000).optional(), {
    label: "Only where",
    control: "expression",
    expects: "boolean",
    names: ["args"],
    placeholder: "args.amount > 100",
    help: "A condition on args, the arguments of the call. Where it cannot be worked out, a person is asked.",
    showWhen: { field: "approval", in: ["when"] },
  }),
  maxCalls: field(z.int().min(1).max(500).optional(), {
    label: "Most calls",
    control: "number",
    help: "Of this tool in one visit. Past it the model is told to do without.",
    advanced: true,
  }),
  attempts: field(z.int().min(1).max(5).default(1), {
    label: "Attempts",
    control: "number",
    help: "How often a failing call is tried before the model is told.",
    advanced: true,
  }),
};
export const toolEntryFields = z.object(entryFields);

function entry<Type extends ToolType>(type: Type) {
  return z.strictObject({ type: z.literal(type), ...entryFields, config: toolDefinitions[type].config });
}

/** A tool as an Agent's config lists it. */
export const toolEntrySchema = z.discriminatedUnion("type", [
  entry("calculator"),
  entry("current-time"),
  entry("http-request"),
  entry("code"),
  entry("agent"),
  entry("imported"),
  entry("client"),
  entry("read-page"),
  entry("web-search"),
  entry("date"),
  entry("random"),
  entry("units"),
]);
export type ToolEntry = z.output<typeof toolEntrySchema>;

/** The name by which the model calls a tool. */
export function toolName(tool: ToolEntry): string {
  return toolDefinitionOf(tool.type).name(tool.config);
}
