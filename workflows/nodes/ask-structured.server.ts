import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { JsonObject } from "@/workflows/graph/json";
import { type Misfit, misfitsOf, refuseSchema } from "./misfits";

export interface StructuredReply {
  raw: BaseMessage;
  /** The object that came back, also where it does not fit; absent where there was none. */
  given?: JsonObject;
  /** The object, where it fits the schema. */
  value?: JsonObject;
  misfits: Misfit[];
}

/** Asks for an object of the given JSON schema, in the way the provider supports best, and checks what comes back. */
export async function askStructured(
  model: BaseChatModel,
  schema: JsonObject,
  messages: BaseMessage[],
  config: RunnableConfig,
): Promise<StructuredReply> {
  refuseSchema(schema);
  const asked = model.withStructuredOutput<JsonObject>(schema, { name: "answer", includeRaw: true });
  const { raw, parsed } = await asked.invoke(messages, config);
  if (parsed === null || parsed === undefined) {
    return { raw, misfits: [{ path: "", message: "it is no JSON object" }] };
  }
  const misfits = misfitsOf(schema, parsed);
  return { raw, given: parsed, ...(misfits.length === 0 && { value: parsed }), misfits };
}
