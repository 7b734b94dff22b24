import type { PlainMessage } from "@/workflows/events/message";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { renderedFrom } from "./rendered-from";

export interface Changed {
  model: string;
  temperature?: number | undefined;
  maxTokens?: number | undefined;
  messages: readonly PlainMessage[];
}

export interface Applied {
  /** Settings of the node to be set. */
  set: JsonObject;
  /** What is set, in words. */
  told: string[];
  /** What of the change has no place among the node's settings. */
  left: string[];
}

/**
 * How a change that was tried out becomes a change of the node's settings.
 * @param config the node's settings as the draft has them
 * @param asked the messages as the run had them
 */
export function applyChanges(config: JsonObject, asked: readonly PlainMessage[], changed: Changed): Applied {
  const applied: Applied = { set: {}, told: [], left: [] };
  const put = (key: string, value: Json | undefined, words: string) => {
    if (value === undefined || config[key] === value) return;
    applied.set[key] = value;
    applied.told.push(words);
  };
  put("model", changed.model, "model");
  put("temperature", changed.temperature, "temperature");
  put("maxTokens", changed.maxTokens, "most tokens");
  for (const [index, message] of changed.messages.entries()) {
    const before = asked[index];
    if (before?.content === message.content) continue;
    applyMessage(applied, config, { message, index, last: asked.length - 1 });
  }
  return applied;
}

interface At {
  message: PlainMessage;
  index: number;
  last: number;
}

/** Instructions and prompt are settings; everything else that a model is told comes out of the state. */
function applyMessage({ set, told, left }: Applied, config: JsonObject, { message, index, last }: At): void {
  const field =
    message.role === "system" && index === 0
      ? { key: "system", words: "instructions" }
      : message.role === "user" && index === last
        ? { key: "prompt", words: "prompt" }
        : undefined;
  const before = field && config[field.key];
  if (!field || typeof before !== "string" || before.trim() === "") {
    left.push(`message ${index + 1}`);
    return;
  }
  set[field.key] = message.content;
  told.push(renderedFrom(before) ? `${field.words} (a text in place of its template)` : field.words);
}
