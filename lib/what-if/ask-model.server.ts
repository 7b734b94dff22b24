import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { EventBody } from "@/workflows/events/event";
import type { PlainMessage } from "@/workflows/events/message";
import type { ToldTool } from "@/workflows/events/model-request";
import { toLangChainMessages } from "@/workflows/events/plain-message.server";
import { Tracer } from "@/workflows/events/trace/tracer.server";
import type { PriceGateway } from "@/workflows/runtime/ports";

interface Asking {
  messages: readonly PlainMessage[];
  tools: readonly ToldTool[];
  signal: AbortSignal | undefined;
  prices: () => Promise<PriceGateway>;
}

/** Asks once and gives back what the trace of a run would have heard, a failure included. */
export async function askModel(model: BaseChatModel, { messages, tools, signal, prices }: Asking) {
  const heard: (EventBody & { ts: number })[] = [];
  const tracer = new Tracer({ binding: { emit: (body) => heard.push({ ...body, ts: Date.now() }) }, prices });
  const told = tools.map(({ name, description = "", parameters = { type: "object", properties: {} } }) => ({
    type: "function" as const,
    function: { name, description, parameters },
  }));
  const asked = told.length > 0 && model.bindTools ? model.bindTools(told) : model;
  try {
    await asked.invoke(toLangChainMessages([...messages]), {
      callbacks: [tracer],
      ...(signal && { signal }),
    });
  } catch (error) {
    // The tracer has heard of it; one that it has not heard of happened before the call.
    if (!heard.some(({ type }) => type === "model.failed")) throw error;
  }
  return heard;
}
