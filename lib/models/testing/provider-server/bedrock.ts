import { EventStreamCodec } from "@smithy/core/event-streams";
import { z } from "zod";
import { bearer } from "./openai-chat";
import { type Dialect, type Frame, tokens, type WireAnswer, type WireError, type WireMessage } from "./wire";

/**
 * Bedrock's POST /model/{id}/converse and /converse-stream, whose streams are binary events:
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */

const block = z.looseObject({
  text: z.string().optional(),
  toolResult: z.looseObject({ content: z.array(z.looseObject({ text: z.string().optional() })) }).optional(),
});
const bodySchema = z.looseObject({
  messages: z.array(z.looseObject({ role: z.enum(["user", "assistant"]), content: z.array(block) })),
  system: z.array(block).optional(),
  toolConfig: z
    .looseObject({ tools: z.array(z.looseObject({ toolSpec: z.looseObject({ name: z.string() }) })) })
    .optional(),
});

export const bedrock: Dialect = {
  name: "bedrock",
  streamType: "application/vnd.amazon.eventstream",
  read(path, headers, body) {
    const match = /^\/model\/([^/]+)\/(converse|converse-stream)$/.exec(path);
    if (!match) return null;
    const parsed = bodySchema.parse(body);
    const system = (parsed.system ?? []).map(({ text = "" }): WireMessage => ({ role: "system", text }));
    return {
      dialect: "bedrock",
      model: decodeURIComponent(match[1] ?? ""),
      stream: match[2] === "converse-stream",
      wantsUsage: true,
      messages: [...system, ...parsed.messages.map(toMessage)],
      tools: (parsed.toolConfig?.tools ?? []).map(({ toolSpec }) => toolSpec.name),
      wantsJson: false,
      key: bearer(headers),
      body,
    };
  },
  whole: (_request, answer) => ({
    output: {
      message: {
        role: "assistant",
        content: [
          ...(answer.text ? [{ text: answer.text }] : []),
          ...answer.toolCalls.map(({ id, name, args }) => ({
            toolUse: { toolUseId: id, name, input: args },
          })),
        ],
      },
    },
    stopReason: stopReason(answer),
    usage: usage(answer),
    metrics: { latencyMs: 1 },
  }),
  frames(_request, answer) {
    const frame = (type: string, data: object, isToken = false): Frame => ({
      text: event(type, data),
      isToken,
    });
    const calls = answer.toolCalls.flatMap(({ id, name, args }, index): Frame[] => {
      const place = { contentBlockIndex: index + 1 };
      return [
        frame("contentBlockStart", { ...place, start: { toolUse: { toolUseId: id, name } } }),
        ...tokens(JSON.stringify(args)).map((input) =>
          frame("contentBlockDelta", { ...place, delta: { toolUse: { input } } }, true),
        ),
        frame("contentBlockStop", place),
      ];
    });
    return [
      frame("messageStart", { role: "assistant" }),
      ...tokens(answer.text).map((text) =>
        frame("contentBlockDelta", { contentBlockIndex: 0, delta: { text } }, true),
      ),
      ...calls,
      frame("messageStop", { stopReason: stopReason(answer) }),
      frame("metadata", { usage: usage(answer), metrics: { latencyMs: 1 } }),
    ];
  },
  error: ({ status, message }: WireError) => ({
    __type: types[status] ?? "InternalServerException",
    message,
  }),
};

const types: Readonly<Record<number, string>> = {
  400: "ValidationException",
  401: "UnrecognizedClientException",
  404: "ResourceNotFoundException",
  429: "ThrottlingException",
};

const codec = new EventStreamCodec(
  (bytes) => new TextDecoder().decode(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes),
  (text) => new TextEncoder().encode(text),
);

function event(type: string, data: object): Uint8Array {
  const header = (value: string) => ({ type: "string" as const, value });
  return codec.encode({
    headers: {
      ":message-type": header("event"),
      ":event-type": header(type),
      ":content-type": header("application/json"),
    },
    body: new TextEncoder().encode(JSON.stringify(data)),
  });
}

function toMessage({ role, content }: z.infer<typeof bodySchema>["messages"][number]): WireMessage {
  const result = content.find(({ toolResult }) => toolResult)?.toolResult;
  if (result) return { role: "tool", text: result.content.map(({ text }) => text ?? "").join("") };
  return { role, text: content.map(({ text }) => text ?? "").join("") };
}

function stopReason({ toolCalls }: WireAnswer): string {
  return toolCalls.length > 0 ? "tool_use" : "end_turn";
}

/** Bedrock counts cached tokens apart from `inputTokens`. */
function usage({ usage: { input, output, cached, cacheWrites } }: WireAnswer) {
  return {
    inputTokens: input - cached - cacheWrites,
    outputTokens: output,
    totalTokens: input + output,
    cacheReadInputTokens: cached,
    cacheWriteInputTokens: cacheWrites,
  };
}
