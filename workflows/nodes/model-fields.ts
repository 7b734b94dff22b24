import { z } from "zod";
import type { Ability } from "@/workflows/catalogue/facts";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import type { ChannelRead, ChannelWrite } from "./definition";
import { field } from "./field";
import { maxTokensField, modelField, optionalChannelField, temperatureField, templateField } from "./fields";
import { configIssue } from "./issues";
import type { Need } from "./need";
import { fromLibraryField, libraryReads, type PromptFrom } from "./prompt-field";

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
    orFrom: "systemFrom",
  }),
  systemFrom: fromLibraryField({ label: "Instructions" }),
  messages: optionalChannelField({
    label: "Conversation",
    help: "A messages channel: the model sees it and its answer is added to it.",
  }),
  prompt: templateField({
    label: "Prompt",
    help: "Sent as the last user message. It is not kept in the conversation.",
    placeholder: "Summarise this: {{ text }}",
    orFrom: "promptFrom",
  }),
  promptFrom: fromLibraryField({ label: "Prompt" }),
  output: optionalChannelField({
    label: "Write the answer to",
    help: "Needed without a conversation.",
  }),
  temperature: temperatureField,
  maxTokens: maxTokensField,
};

/** What reasoning models and long prompts are tuned by. */
export const tuningFields = {
  attachments: optionalChannelField({
    label: "Images and files",
    help: "A channel with a data URL, an object of data (Base64), mimeType and name, or a list of them: PNG, JPEG, WebP, GIF and PDF. Sent with the prompt, or with the last message if there is none; not kept in the conversation. Where Start names the channel, people attach them in the chat.",
    advanced: true,
  }),
  reasoning: field(z.enum(["default", "low", "medium", "high"]).default("default"), {
    label: "Reasoning",
    control: "select",
    help: "How much a reasoning model may think before it answers: more is slower and costs more. Default leaves it to the model; one that cannot be told so refuses.",
    advanced: true,
  }),
  cachePrompt: field(z.boolean().default(false), {
    label: "Keep the prompt's beginning",
    control: "toggle",
    help: "Makes long instructions that come again cheaper at Anthropic and Bedrock, which keep them only when asked. OpenAI, Azure and Google do it by themselves.",
    advanced: true,
  }),
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
  systemFrom?: PromptFrom;
  prompt: string;
  promptFrom?: PromptFrom;
  messages?: string | undefined;
  output?: string | undefined;
  attachments?: string | undefined;
}

export function modelReads(config: ModelConfig): ChannelRead[] {
  return [
    ...libraryReads("system", config.system, config.systemFrom),
    ...(config.messages
      ? [{ channel: config.messages, field: "messages", types: ["messages" as const] }]
      : []),
    ...libraryReads("prompt", config.prompt, config.promptFrom),
    ...(config.attachments
      ? [{ channel: config.attachments, field: "attachments", optional: true, attachments: true as const }]
      : []),
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

interface NeedyConfig {
  model: string;
  fallbacks: { model: string }[];
  attachments?: string | undefined;
  reasoning?: string | undefined;
  maxTokens?: number | undefined;
}

/** @param asks what the node asks for whatever its settings say */
export function modelNeeds(config: NeedyConfig, asks: readonly Ability[] = []): Need[] {
  const { model, fallbacks, attachments, reasoning = "default", maxTokens } = config;
  const abilities: Ability[] = [
    ...asks,
    ...(attachments ? (["images"] as const) : []),
    ...(reasoning === "default" ? [] : (["reasoning"] as const)),
  ];
  const uses = { abilities, answerTokens: maxTokens };
  return [
    { kind: "model", field: "model", reference: model, uses },
    ...fallbacks.map((fallback, index) => ({
      kind: "model" as const,
      field: `fallbacks.${index}.model`,
      reference: fallback.model,
      uses,
    })),
  ];
}

export function modelIssues(config: ModelConfig) {
  return [
    ...(config.messages || config.promptFrom || config.prompt.trim()
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
