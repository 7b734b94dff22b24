import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { type AgentMiddleware, createMiddleware } from "langchain";
import { z } from "zod";
import { partsOf, roughTokens, summaryMessage, transcript } from "../shorten.server";
import { mostChars, summariseInstructions } from "../summary-words";

interface Shortening {
  /** Tokens past which old messages become a summary. */
  over: number;
  /** Messages that stay as they are. */
  keep: number;
  /** Asks the model that summarises. */
  ask: (messages: BaseMessage[]) => Promise<BaseMessage>;
  /** What of the messages a model may see. */
  seen: (messages: BaseMessage[]) => BaseMessage[];
  log?: (level: "info" | "warn", message: string) => void;
}

const summarySchema = z.object({
  /** What stands for the first messages, and for how many. */
  shortened: z.object({ text: z.string(), count: z.int() }).optional(),
});
type Shortened = z.output<typeof summarySchema>["shortened"];

/**
 * Lets the model read a summary in place of old messages. The messages themselves stay: what the visit adds to the
 * conversation is whole, and LangChain's own middleware would go on with an error's text where no summary came.
 */
export function summarise({ over, keep, ask, seen, log }: Shortening): AgentMiddleware {
  return createMiddleware({
    name: "summaries",
    stateSchema: summarySchema,
    beforeModel: async ({ messages, shortened }) => {
      const view = viewOf(messages, shortened);
      const parts = roughTokens(view) > over ? partsOf(view, keep) : undefined;
      if (!parts) return undefined;
      const older = transcript(seen(parts.older), mostChars);
      const { text } = await ask([
        new SystemMessage(summariseInstructions),
        new HumanMessage(`Summarise this conversation:\n\n${older}`),
      ]);
      if (!text.trim()) {
        log?.("warn", "The model gave an empty summary, so the agent goes on with the whole conversation.");
        return undefined;
      }
      log?.("info", `The agent goes on with a summary of ${messages.length - parts.kept.length} messages.`);
      return { shortened: { text: text.trim(), count: messages.length - parts.kept.length } };
    },
    wrapModelCall: (request, handler) =>
      handler({ ...request, messages: viewOf(request.messages, request.state.shortened) }),
  });
}

function viewOf(messages: BaseMessage[], shortened: Shortened): BaseMessage[] {
  return shortened ? [summaryMessage(shortened.text), ...messages.slice(shortened.count)] : messages;
}
