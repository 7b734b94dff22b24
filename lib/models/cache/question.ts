import { createHash } from "node:crypto";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type BaseMessage, isAIMessage, isHumanMessage, isToolMessage } from "@langchain/core/messages";
import { convertToOpenAITool, isLangChainTool } from "@langchain/core/utils/function_calling";
import { toJsonSchema } from "@langchain/core/utils/json_schema";
import { isInteropZodSchema } from "@langchain/core/utils/types";
import canonicalize from "canonicalize";

/** What an answer depends on, as the keys by which it is found again. */
export interface Question {
  /** Of all of it: model, settings, tools, wanted shape, messages. */
  key: string;
  /** Of all but the text of the last message; none where that is no plain text of a person. */
  family: string | undefined;
  /** The text of the last message. */
  text: string;
}

/** Options of a call that say how it is made or traced, and nothing of the answer. */
const ofTheCall: ReadonlySet<string> = new Set([
  "signal",
  "timeout",
  "callbacks",
  "tags",
  "metadata",
  "runId",
  "runName",
  "configurable",
  "recursionLimit",
  "maxConcurrency",
  "promptIndex",
  "store",
  "context",
  "executionInfo",
  "control",
  // Of the protocol in which events are told.
  "version",
]);

/**
 * The question of a call; nothing where it holds something that is no plain data, so that it cannot be told whether
 * another one is the same.
 * @param identity names model and connection, and whose answers may serve
 */
export function questionOf(
  identity: object,
  model: BaseChatModel,
  messages: readonly BaseMessage[],
  options: object,
): Question | undefined {
  try {
    const asked = { identity, ...settingsOf(model, options) };
    const plain = plainMessages(messages);
    const last = messages.at(-1);
    const isText = last && isHumanMessage(last) && typeof last.content === "string";
    return {
      key: hashOf({ ...asked, messages: plain }),
      family: isText ? hashOf({ ...asked, messages: plain.slice(0, -1), family: true }) : undefined,
      text: last?.text ?? "",
    };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}

function settingsOf(model: BaseChatModel, options: object) {
  const given = Object.entries(options).filter(([name]) => !ofTheCall.has(name) && !name.startsWith("ls_"));
  // ChatOpenAI keeps bound tools in a configured copy of itself, and not in the options of the call.
  const bound: unknown = Reflect.get(model, "defaultOptions");
  const { signal: _signal, ...parameters } = Object(model.invocationParams(options));
  return {
    options: plainOf(Object.fromEntries(given)),
    bound: plainOf(typeof bound === "object" && bound !== null ? withoutCall(bound) : {}),
    parameters: plainOf(parameters),
  };
}

function withoutCall(options: object): object {
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => !ofTheCall.has(name) && !name.startsWith("ls_")),
  );
}

/** Ids of messages and of tool calls are drawn by lot: calls are counted in their place. */
function plainMessages(messages: readonly BaseMessage[]): unknown[] {
  const numbers = new Map<string, number>();
  const numberOf = (id: string | undefined) => {
    const known = numbers.get(id ?? "") ?? numbers.size;
    numbers.set(id ?? "", known);
    return known;
  };
  return messages.map((message) => ({
    type: message.getType(),
    content: plainOf(message.content),
    name: message.name ?? null,
    calls: isAIMessage(message)
      ? (message.tool_calls ?? []).map(({ id, name, args }) => ({
          call: numberOf(id),
          name,
          args: plainOf(args),
        }))
      : [],
    answers: isToolMessage(message) ? numberOf(message.tool_call_id) : null,
  }));
}

/** @throws NotPlain where JSON would leave something out that counts */
function plainOf(value: unknown): unknown {
  if (value === null || ["string", "boolean", "undefined"].includes(typeof value)) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((each) => plainOf(each) ?? null);
  // Some models are handed tools and schemas as they are, and write them out later.
  if (isLangChainTool(value)) return plainOf(convertToOpenAITool(value));
  if (isInteropZodSchema(value)) return plainOf(toJsonSchema(value));
  if (typeof value === "object" && isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainOf(each)]));
  }
  throw new NotPlain(`${typeof value} is no plain data`);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function hashOf(value: object): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("base64url");
}
