import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { JsonObject } from "@/workflows/graph/json";
import { askStructured } from "../ask-structured.server";
import type { Misfit } from "../misfits";
import { fittingPart, repairRequest } from "./parts";

interface Extracted {
  /** What fits: all of it, or with null in place of what does not. */
  value: JsonObject;
  /** Empty where all of it fits. */
  misfits: Misfit[];
  /** Answers that were asked for. */
  attempts: number;
}

/** Asks for an object until it fits the schema, each time with what was wrong about the answer before. */
export async function extracted(
  model: BaseChatModel,
  schema: JsonObject,
  messages: BaseMessage[],
  most: number,
  config: RunnableConfig,
): Promise<Extracted> {
  const asked = [...messages];
  for (let attempts = 1; ; attempts += 1) {
    const { value, given, raw, misfits } = await askStructured(model, schema, asked, config);
    if (value) return { value, misfits, attempts };
    if (attempts >= most) return { value: fittingPart(schema, given, misfits), misfits, attempts };
    const before = given ? JSON.stringify(given) : raw.text || "(nothing)";
    asked.push(new AIMessage(before), new HumanMessage(repairRequest(misfits)));
  }
}
