import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import { conversationIn } from "../conversation-in.server";
import type { NodeExecute } from "../execute";
import { ModelLadder } from "../model-ladder.server";
import { partsOf, roughTokens, summaryMessage, transcript } from "../shorten.server";
import { mostChars, summariseInstructions } from "../summary-words";
import type { SummariseConfig } from "./definition";

export const executeSummarise: NodeExecute<SummariseConfig> =
  (config, services) => async (state, context) => {
    const messages = conversationIn(state, config.messages);
    const tokens = roughTokens(messages);
    const parts = tokens > config.over ? partsOf(messages, config.keep) : undefined;
    if (!parts) return {};
    const more = renderTemplate(config.instructions, state).trim();
    const asked = [
      new SystemMessage([summariseInstructions, more].filter(Boolean).join("\n\n")),
      new HumanMessage(`Summarise this conversation:\n\n${transcript(parts.older, mostChars)}`),
    ];
    const models = new ModelLadder(config, services, context, { messages: asked });
    const { text } = await models.ask((model) => model.invoke(asked, context.config));
    const summary = text.trim();
    if (!summary) throw noSummary();
    const shortened = [...parts.system, summaryMessage(summary), ...parts.kept];
    context.log(
      "info",
      `${parts.older.length} messages became a summary: about ${tokens} tokens are now ${roughTokens(shortened)}.`,
    );
    return {
      overwrite: { [config.messages]: shortened },
      update: config.output ? { [config.output]: summary } : {},
    };
  };

/** Old messages are given up for a summary, never for nothing. */
function noSummary(): AppError {
  return new AppError(
    "output_invalid",
    "The model gave an empty summary, so the conversation stays as it was.",
    {
      field: "model",
      hint: "Give the node retries, a longer summary, or another model.",
    },
  );
}
