import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { askStructured } from "../ask-structured.server";

/**
 * Asks for an object of the given JSON schema and refuses what does not fit.
 * The conversation keeps the object as text: providers refuse a tool call in it that nobody answers.
 * @throws AppError output_invalid
 */
export async function structuredAnswer(
  model: BaseChatModel,
  schema: JsonObject,
  messages: BaseMessage[],
  config: RunnableConfig,
): Promise<{ message: AIMessage; value: JsonObject }> {
  const { raw, value, misfits } = await askStructured(model, schema, messages, config);
  if (value) return { message: new AIMessage({ id: raw.id, content: JSON.stringify(value) }), value };
  const [first] = misfits;
  const problem = [first?.path, first?.message].filter(Boolean).join(": ");
  throw new AppError("output_invalid", `The model's answer does not fit the JSON schema: ${problem}.`, {
    field: "schema",
    hint: "Simplify the schema, describe its fields, or give the node retries.",
    data: { answer: raw.text.slice(0, 2_000) },
  });
}
