import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField, templateField } from "../fields";
import { modelFields, modelNeeds } from "../model-fields";
import { outPort } from "../ports";
import { fromLibraryField, libraryReads } from "../prompt-field";
import { summariseFace } from "./face";

export const summariseConfig = z.strictObject({
  messages: field(channelNameSchema, {
    label: "Conversation",
    control: "channel",
    help: "The messages channel that is kept short.",
  }),
  over: field(z.int().min(0).max(2_000_000).default(4_000), {
    label: "When it is longer than (tokens)",
    control: "number",
    help: "Counted roughly, four letters a token. 0 shortens it every time.",
  }),
  keep: field(z.int().min(1).max(200).default(6), {
    label: "Keep the last messages",
    control: "number",
    help: "So many stay as they are; a summary takes the place of those before. Calls of tools keep their answers.",
  }),
  model: modelFields.model,
  fallbacks: modelFields.fallbacks,
  maxTokens: field(z.int().min(50).max(20_000).default(800), {
    label: "Longest summary (tokens)",
    control: "number",
    advanced: true,
  }),
  instructions: templateField({
    label: "What matters",
    help: "What the summary must keep, such as order numbers or decisions.",
    advanced: true,
    orFrom: "instructionsFrom",
  }),
  instructionsFrom: fromLibraryField({ label: "What matters", advanced: true }),
  output: optionalChannelField({
    label: "Write the summary to",
    help: "As a text too, where it was shortened.",
    advanced: true,
  }),
});
export type SummariseConfig = z.output<typeof summariseConfig>;

export const summariseDefinition = defineNode({
  type: "summarise",
  typeVersion: 1,
  ...summariseFace,
  summary: "Puts a summary in place of old messages once a conversation is too long.",
  synonyms: ["compress", "memory", "shorten", "trim", "context window", "compact"],
  config: summariseConfig,
  initial: { messages: "", model: "offline/offline" },
  ports: () => [outPort],
  reads: ({ messages, instructions, instructionsFrom }) => [
    { channel: messages, field: "messages", types: ["messages"] },
    ...libraryReads("instructions", instructions, instructionsFrom),
  ],
  needs: (config) => modelNeeds(config),
  writes: ({ messages, output }) => [
    { channel: messages, field: "messages", type: "messages" },
    ...(output ? [{ channel: output, field: "output", type: "string" as const }] : []),
  ],
  idempotent: () => true,
  describe: ({ messages, keep, over }) => `${messages}: over ${over} tokens, keeps the last ${keep}`,
  sample: {
    config: {
      messages: "messages",
      over: 20,
      keep: 1,
      model: "offline/offline",
      fallbacks: [],
      maxTokens: 200,
      instructions: "",
    },
    state: {
      messages: [
        { role: "user", content: "My order 42 has not come. It was promised for Monday." },
        { role: "assistant", content: "It was sent on Friday and waits at the depot in Leeds." },
        { role: "user", content: "Can I fetch it there?" },
      ],
    },
  },
});
