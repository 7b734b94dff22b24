import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type BaseMessage, SystemMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { isJsonObject, type JsonObject } from "@/workflows/graph/json";
import { askStructured, type StructuredReply } from "./ask-structured.server";

/** A reply and how sure the model is of it, from 0 to 1, where it was asked. */
export type SureReply = StructuredReply & { confidence?: number };

const confidence = { type: "number", minimum: 0, maximum: 1 } as const;
const request = "Also give your confidence in that answer, from 0 (a guess) to 1 (certain).";

/**
 * `askStructured` for a model that has a better one behind it: it says, too, how sure it is. A schema that asks for a
 * `confidence` of its own is left as it is; else the one that is added does not reach the value.
 */
export async function askForSure(
  model: BaseChatModel,
  schema: JsonObject,
  messages: BaseMessage[],
  config: RunnableConfig,
): Promise<SureReply> {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  if (Object.hasOwn(properties, "confidence")) {
    const reply = await askStructured(model, schema, messages, config);
    return sure(reply, reply.value?.confidence);
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  const asked = {
    ...schema,
    properties: { ...properties, confidence },
    required: [...required, "confidence"],
  };
  const reply = await askStructured(model, asked, told(messages), config);
  if (!reply.value) return reply;
  const { confidence: given, ...value } = reply.value;
  return sure({ ...reply, given: value, value }, given);
}

/** The request stands with the instructions, or what is judged would end with it. */
function told([first, ...rest]: BaseMessage[]): BaseMessage[] {
  if (first?.getType() !== "system") return [new SystemMessage(request), ...(first ? [first] : []), ...rest];
  return [new SystemMessage(`${first.text}\n\n${request}`), ...rest];
}

function sure(reply: StructuredReply, given: unknown): SureReply {
  return typeof given === "number" ? { ...reply, confidence: given } : reply;
}

/** Why a better model should be asked, if it should. */
export function weaknessOf(
  { value, misfits, confidence: given }: SureReply,
  { below = 0 }: { below?: number | undefined },
): string | undefined {
  if (!value) {
    const [first] = misfits;
    return `The answer does not fit (${[first?.path, first?.message].filter(Boolean).join(": ")}).`;
  }
  if (given === undefined || given >= below) return undefined;
  return `It is ${percent(given)} sure, and ${percent(below)} are asked for.`;
}

const percent = (part: number) => `${Math.round(part * 100)}%`;
