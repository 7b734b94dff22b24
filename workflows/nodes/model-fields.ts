import { z } from "zod";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import type { ChannelRead, ChannelWrite } from "./definition";
import { field } from "./field";
import { maxTokensField, modelField, optionalChannelField, temperatureField, templateField } from "./fields";
import { configIssue } from "./issues";
import type { Need } from "./need";
import { templateReads } from "./reads";

/** What every node that talks to a model asks for: the model, what it is told, and where its answer goes. */
export const modelFields = {
  model: modelField,
  fallbacks: field(
    z
      .array(z.strictObject({ model: modelField }))
      .max(5)
      .default([]),
    {
      label: "Fallback models",
      advanced: true,
      help: "Asked in this order where the model fails for good: after the node's retries, or at once where its calls are refused.",
    },
  ),
  system: templateField({
    label: "Instructions",
    help: "Who the model is and how it should answer.",
    placeholder: "You are a friendly assistant.",
  }),
  messages: optionalChannelField({
    label: "Conversation",
    help: "A messages channel: the model sees it and its answer is added to it.",
  }),
  prompt: templateField({
    label: "Prompt",
    help: "Sent as the last user message. It is not kept in the conversation.",
    placeholder: "Summarise this: {{ text }}",
  }),
  output: optionalChannelField({
    label: "Write the answer to",
    help: "Needed without a conversation.",
  }),
  temperature: temperatureField,
  maxTokens: maxTokensField,
};

export const formatField = field(z.enum(["text", "json"]).default("text"), {
  label: "Answer format",
  control: "select",
});

export const schemaField = field(jsonObjectSchema.optional(), {
  label: "JSON schema",
  control: "json-schema",
  help: "The answer is an object of this shape.",
  showWhen: { field: "format", in: ["json"] },
});

export interface ModelConfig {
  system: string;
  prompt: string;
  messages?: string | undefined;
  output?: string | undefined;
}

export function modelReads(config: ModelConfig): ChannelRead[] {
  return [
    ...templateReads("system", config.system),
    ...(config.messages
      ? [{ channel: config.messages, field: "messages", types: ["messages" as const] }]
      : []),
    ...templateReads("prompt", config.prompt),
  ];
}

export function modelWrites(
  config: ModelConfig,
  type: ChannelWrite["type"],
  schema?: JsonObject,
): ChannelWrite[] {
  return [
    ...(config.messages ? [{ channel: config.messages, field: "messages", type: "messages" as const }] : []),
    ...(config.output ? [{ channel: config.output, field: "output", type, ...(schema && { schema }) }] : []),
  ];
}

export function modelNeeds({ model, fallbacks }: { model: string; fallbacks: { model: string }[] }): Need[] {
  return [
    { kind: "model", field: "model", reference: model },
    ...fallbacks.map((fallback, index) => ({
      kind: "model" as const,
      field: `fallbacks.${index}.model`,
      reference: fallback.model,
    })),
  ];
}

export function modelIssues(config: ModelConfig) {
  return [
    ...(config.messages || config.prompt.trim()
      ? []
      : [
          configIssue(
            "prompt",
            "The model is told nothing: write a prompt or choose a conversation channel.",
          ),
        ]),
    ...(config.messages || config.output
      ? []
      : [configIssue("output", "The answer goes nowhere: choose the channel to write it to.")]),
  ];
}
