import { z } from "zod";
import { templateChannels } from "@/workflows/expressions/channels-used";
import type { Issue } from "@/workflows/graph/issue";
import { aloneField } from "@/workflows/http/alone";
import { httpMethods } from "@/workflows/http/methods";
import { argumentPairSchema } from "@/workflows/http/pair";
import { field } from "@/workflows/nodes/field";
import { configIssue } from "@/workflows/nodes/issues";
import { secretNeeds } from "@/workflows/nodes/need";
import { defineTool } from "../definition";
import { toolNameSchema } from "../tool-name";

const parameterSchema = z.strictObject({
  name: field(
    z
      .string()
      .regex(/^[a-z][a-zA-Z0-9_]{0,63}$/, "Start with a small letter; use letters, digits and _ only"),
    {
      label: "Name",
    },
  ),
  type: field(z.enum(["string", "number", "boolean"]).default("string"), {
    label: "Type",
    control: "select",
  }),
  description: field(z.string().max(500).default(""), { label: "Description" }),
  required: field(z.boolean().default(true), { label: "Required", control: "toggle" }),
});

export const httpRequestDefinition = defineTool({
  type: "http-request",
  title: "HTTP request",
  summary: "Calls one web address; you fix the address, the model fills in the arguments.",
  icon: "globe",
  synonyms: ["api", "rest", "fetch", "webhook", "url"],
  config: z.strictObject({
    name: field(toolNameSchema, {
      label: "Name",
      help: "What the model calls it.",
      placeholder: "get_weather",
    }),
    purpose: field(z.string().min(1, "Say what it is good for").max(1_000), {
      label: "Purpose",
      control: "multiline",
      help: "Tells the model when to use it.",
    }),
    method: field(z.enum(httpMethods).default("GET"), { label: "Method", control: "select" }),
    url: field(z.string().min(1, "Write the address").max(4_000), {
      label: "URL",
      control: "argument-template",
      names: ["secrets"],
      help: "Arguments go in as {{ name }}, secrets as {{ secrets.NAME }}. The host is fixed.",
      placeholder: "https://api.example.com/weather?city={{ city }}",
    }),
    parameters: field(z.array(parameterSchema).max(20).default([]), { label: "Arguments" }),
    headers: field(z.array(argumentPairSchema).max(50).default([]), {
      label: "Headers",
      control: "key-values",
    }),
    body: field(z.enum(["none", "arguments"]).default("none"), {
      label: "Body",
      control: "select",
      help: "arguments: sends all arguments as JSON.",
    }),
    alone: aloneField,
    timeoutMs: field(z.int().min(100).max(300_000).default(30_000), {
      label: "Time limit (ms)",
      control: "duration",
      advanced: true,
    }),
    maxBytes: field(z.int().min(1).max(1_000_000).default(50_000), {
      label: "Largest response (bytes)",
      control: "number",
      advanced: true,
    }),
  }),
  initial: { name: "", purpose: "", method: "GET", url: "", parameters: [] },
  name: (config) => config.name,
  description: (config) => config.purpose,
  needs: ({ url, headers }) => [
    ...secretNeeds("url", url),
    ...headers.flatMap((pair, index) => secretNeeds(`headers.${index}.value`, pair.value)),
  ],
  check: (config) => [
    ...(/^https?:\/\/[^{}/?#]+([/?#]|$)/.test(config.url)
      ? []
      : [configIssue("url", "Begin with https:// and a fixed host: the model may fill in the rest only.")]),
    ...config.parameters.flatMap(({ name }, index) => nameIssues(name, index, config.parameters)),
    ...unknownArguments("url", config.url, config.parameters),
    ...config.headers.flatMap((pair, index) =>
      unknownArguments(`headers.${index}.value`, pair.value, config.parameters),
    ),
  ],
  sample: {
    config: {
      name: "get_weather",
      purpose: "Tells the weather in a city.",
      method: "GET",
      url: "https://api.example.com/weather?city={{ city }}",
      parameters: [{ name: "city", type: "string", description: "Name of the city", required: true }],
      headers: [],
      body: "none",
      alone: false,
      timeoutMs: 5_000,
      maxBytes: 10_000,
    },
    args: { city: "Berlin" },
  },
});
export type HttpRequestConfig = z.output<typeof httpRequestDefinition.config>;

/** What every object has, no model can leave out; and templates know secrets by the name of secrets. */
function nameIssues(name: string, index: number, parameters: { name: string }[]): Issue[] {
  const path = `parameters.${index}.name`;
  if (name === "secrets" || name in {})
    return [configIssue(path, `“${name}” is taken. Choose another name.`)];
  const isSecond = parameters.findIndex((other) => other.name === name) < index;
  return isSecond ? [configIssue(path, `There is another argument named “${name}”.`)] : [];
}

function unknownArguments(path: string, template: string, parameters: { name: string }[]): Issue[] {
  const known = new Set(["secrets", ...parameters.map((parameter) => parameter.name)]);
  return templateChannels(template)
    .filter((name) => !known.has(name))
    .map((name) => configIssue(path, `There is no argument named “${name}”.`));
}
