import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { field } from "@/workflows/nodes/field";
import { defineTool } from "../definition";
import { toolNameSchema } from "../tool-name";

export const clientToolDefinition = defineTool({
  type: "client",
  title: "Tool of the caller",
  summary: "Lets whoever runs the agent do it: the run waits until they send the result.",
  icon: "plug-2",
  synonyms: ["client", "frontend", "browser", "callback", "caller", "function"],
  config: z.strictObject({
    name: field(toolNameSchema, {
      label: "Name",
      help: "What the model calls it, and by which the caller knows what to do.",
      placeholder: "open_page",
    }),
    purpose: field(z.string().min(1, "Say what it is good for").max(1_000), {
      label: "Purpose",
      control: "multiline",
      help: "Tells the model when to use it.",
    }),
    parameters: field(jsonObjectSchema, {
      label: "Arguments",
      control: "json-schema",
      help: "A JSON schema of an object: what the model must give.",
    }),
    result: field(jsonObjectSchema.optional(), {
      label: "Result",
      control: "json-schema",
      help: "A JSON schema that the caller's result has to fit. Empty: anything.",
      advanced: true,
    }),
    waitSeconds: field(z.int().min(1).max(2_592_000).default(300), {
      label: "Wait for the result (seconds)",
      control: "number",
      help: "After that the model is told that nothing came.",
    }),
  }),
  initial: { name: "", purpose: "", parameters: { type: "object", properties: {}, required: [] } },
  name: ({ name }) => name,
  description: ({ purpose }) => purpose,
  // A pause is kept: a step that runs again asks for nothing twice.
  repeatable: () => true,
  pauses: "caller",
  sample: {
    config: {
      name: "open_page",
      purpose: "Opens a page in the reader's window.",
      parameters: { type: "object", properties: { path: { type: "string" } }, required: ["path"] },
      result: { type: "object", properties: { opened: { type: "boolean" } }, required: ["opened"] },
      waitSeconds: 60,
    },
    args: { path: "/orders/42" },
  },
});
export type ClientToolConfig = z.output<typeof clientToolDefinition.config>;
