import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { field } from "@/workflows/nodes/field";
import { defineTool } from "../definition";
import { toolNameSchema } from "../tool-name";

export const codeToolDefinition = defineTool({
  type: "code",
  title: "Code",
  summary: "Lets the model call your JavaScript in the sandbox.",
  icon: "square-code",
  synonyms: ["javascript", "function", "script"],
  config: z.strictObject({
    name: field(toolNameSchema, {
      label: "Name",
      help: "What the model calls it.",
      placeholder: "count_words",
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
    code: field(z.string().min(1, "Write some code").max(100_000), {
      label: "Code",
      control: "javascript",
      help: "Body of a function. It sees `args` and returns a value.",
      placeholder: "return args.text.split(' ').length;",
    }),
    timeoutMs: field(z.int().min(10).max(60_000).default(5_000), {
      label: "Time limit (ms)",
      control: "duration",
      advanced: true,
    }),
    memoryMb: field(z.int().min(1).max(256).default(64), {
      label: "Memory limit (MB)",
      control: "number",
      advanced: true,
    }),
    network: field(z.boolean().default(false), {
      label: "May call web addresses",
      control: "toggle",
      help: "Gives the code fetch, inside what the workspace may call: 20 requests and 5 MB of answers at most.",
      advanced: true,
    }),
  }),
  initial: {
    name: "",
    purpose: "",
    parameters: { type: "object", properties: {}, required: [] },
    code: "",
  },
  name: (config) => config.name,
  description: (config) => config.purpose,
  repeatable: ({ network }) => !network,
  sample: {
    config: {
      name: "count_words",
      purpose: "Counts the words of a text.",
      parameters: { type: "object", properties: { text: { type: "string" } }, required: ["text"] },
      code: "return args.text.split(' ').length;",
      timeoutMs: 1_000,
      memoryMb: 32,
      network: false,
    },
    args: { text: "one two three" },
  },
});
export type CodeToolConfig = z.output<typeof codeToolDefinition.config>;
