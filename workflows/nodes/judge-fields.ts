import type { ChannelRead } from "./definition";
import { optionalChannelField, temperatureField, templateField } from "./fields";
import { configIssue } from "./issues";
import { modelFields } from "./model-fields";
import { fromLibraryField, libraryReads, type PromptFrom } from "./prompt-field";
import { templateReads } from "./reads";

/** What every node asks for that lets a model judge a text or a conversation and goes on by its verdict. */
export const judgeFields = {
  model: modelFields.model,
  fallbacks: modelFields.fallbacks,
  text: templateField({
    label: "Text",
    help: "What the model looks at. With a conversation it comes after it, as the last message.",
    placeholder: "{{ message }}",
  }),
  messages: optionalChannelField({
    label: "Conversation",
    help: "A messages channel that the model sees. Nothing is added to it.",
  }),
  instructions: templateField({
    label: "Further instructions",
    help: "What the model should know or mind in your case.",
    advanced: true,
    orFrom: "instructionsFrom",
  }),
  instructionsFrom: fromLibraryField({ label: "Further instructions", advanced: true }),
  temperature: temperatureField,
};

export interface JudgeConfig {
  model: string;
  fallbacks: { model: string }[];
  text: string;
  messages?: string | undefined;
  instructions: string;
  instructionsFrom?: PromptFrom;
  temperature?: number | undefined;
}

export function judgeReads({ instructions, instructionsFrom, messages, text }: JudgeConfig): ChannelRead[] {
  return [
    ...templateReads("text", text),
    ...(messages ? [{ channel: messages, field: "messages", types: ["messages" as const] }] : []),
    ...libraryReads("instructions", instructions, instructionsFrom),
  ];
}

export function judgeIssues({ messages, text }: JudgeConfig) {
  if (messages || text.trim()) return [];
  return [configIssue("text", "The model has nothing to look at: write a text or choose a conversation.")];
}
