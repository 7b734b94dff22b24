import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { defineTool } from "../definition";
import { toolNameSchema } from "../tool-name";

/** The tool itself stays in the workspace; beside its id stands what a graph must know of it before it runs. */
const pickedSchema = z.strictObject({
  id: field(z.string().min(1, "Choose a tool").max(64), { label: "Id" }),
  name: field(toolNameSchema, { label: "Name" }),
  repeatable: field(z.boolean().default(false), { label: "Only reads" }),
  version: field(z.int().min(1).optional(), { label: "Version" }),
});

export const importedToolDefinition = defineTool({
  type: "imported",
  title: "Workspace tool",
  summary: "Uses an operation of an API, a tool of an MCP server, or a tool that the workspace wrote.",
  icon: "plug-zap",
  synonyms: ["openapi", "swagger", "mcp", "api", "server", "integration", "code", "custom", "imported"],
  config: z.strictObject({
    tool: field(pickedSchema, {
      label: "Tool",
      control: "source-tool",
      help: "One of the tools that this workspace imported or wrote, under Settings → Tools.",
    }),
    purpose: field(z.string().max(1_000).default(""), {
      label: "Purpose",
      control: "multiline",
      help: "Tells the model when to use it. Empty: what its source says.",
      advanced: true,
    }),
  }),
  initial: { tool: { id: "", name: "", repeatable: false } },
  name: ({ tool }) => tool.name,
  description: ({ tool, purpose }) => purpose || `The imported tool “${tool.name}”.`,
  repeatable: ({ tool }) => tool.repeatable,
  needs: ({ tool }) => [{ kind: "tool", field: "tool", tool }],
  sample: {
    config: {
      tool: { id: "tool_weather", name: "get_weather", repeatable: true },
      purpose: "Tells the weather in a city.",
    },
    args: { city: "Berlin" },
  },
});
export type ImportedToolConfig = z.output<typeof importedToolDefinition.config>;
