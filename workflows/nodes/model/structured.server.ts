import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";

/**
 * Asks for an object of the given JSON schema, in the way the provider supports best, and checks what comes back.
 * The conversation keeps the object as text: providers refuse a tool call in it that nobody answers.
 * @throws AppError output_invalid
 */
export async function structuredAnswer(
  model: BaseChatModel,
  schema: JsonObject,
  messages: BaseMessage[],
  config: RunnableConfig,
): Promise<{ message: AIMessage; value: JsonObject }> {
  const asked = model.withStructuredOutput<JsonObject>(schema, { name: "answer", includeRaw: true });
  const { raw, parsed } = await asked.invoke(messages, config);
  const problem =
    parsed === null || parsed === undefined ? "it is no JSON object" : schemaProblem(schema, parsed);
  if (problem) {
    throw new AppError("output_invalid", `The model's answer does not fit the JSON schema: ${problem}.`, {
      field: "schema",
      hint: "Simplify the schema, describe its fields, or give the node retries.",
      data: { answer: raw.text.slice(0, 2_000) },
    });
  }
  return { message: new AIMessage({ id: raw.id, content: JSON.stringify(parsed) }), value: parsed };
}

function schemaProblem(schema: JsonObject, value: unknown): string | undefined {
  const checked = z.fromJSONSchema(schema).safeParse(value);
  if (checked.success) return undefined;
  const [first] = checked.error.issues;
  return first ? `${first.path.join(".") || "the object"}: ${first.message}` : "it is not valid";
}
