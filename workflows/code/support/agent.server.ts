import type { BaseMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { AppError, isAppError } from "@/workflows/errors/app-error";

interface Invocable {
  invoke(
    input: { messages: BaseMessage[] },
    config: RunnableConfig,
  ): Promise<{ messages: BaseMessage[]; todos?: unknown }>;
}

/**
 * Lets an agent work on a conversation; what it added, the text of its answer, and its to-do list if it has one.
 * @throws AppError node_failed
 */
export async function runAgent(
  agent: Invocable,
  given: BaseMessage[],
  maxModelCalls: number,
  config: RunnableConfig,
): Promise<{ added: BaseMessage[]; answer: string; todos: unknown }> {
  try {
    const limit = { ...config, recursionLimit: 20 + 15 * maxModelCalls };
    const { messages, todos = [] } = await agent.invoke({ messages: given }, limit);
    const added = messages.slice(given.length);
    return { added, answer: added.findLast((message) => message.getType() === "ai")?.text ?? "", todos };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ModelCallLimitMiddlewareError") throw error;
    const message = `The agent made ${maxModelCalls} model calls and still had no answer.`;
    throw new AppError("node_failed", message, {}, { cause: error });
  }
}

/** What the model is told about a tool that failed. A stopped run is no failure of the tool. */
export function tellModel(error: unknown): string | undefined {
  if (!(error instanceof Error)) return `Error: ${String(error)}`;
  if (error.name === "AbortError") return undefined;
  const hint = isAppError(error) && error.details.hint ? ` ${error.details.hint}` : "";
  return `Error: ${error.message}${hint}`;
}
