import { z } from "zod";
import {
  type Dialect,
  event,
  type Frame,
  tokens,
  type WireAnswer,
  type WireMessage,
  type WireRequest,
} from "./wire";

/** Anthropic's POST /v1/messages: https://docs.anthropic.com/en/api/messages */

const block = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  content: z.unknown().optional(),
});
const content = z.union([
  z.string().transform((text) => [{ type: "text", text, content: undefined }]),
  z.array(block),
]);

const bodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  system: content.optional(),
  messages: z.array(z.looseObject({ role: z.enum(["user", "assistant"]), content })),
  tools: z.array(z.looseObject({ name: z.string() })).optional(),
});

export const anthropic: Dialect = {
  name: "anthropic",
  read(path, headers, body) {
    if (!path.endsWith("/v1/messages")) return null;
    const parsed = bodySchema.parse(body);
    const system =
      parsed.system?.map((part): WireMessage => ({ role: "system", text: part.text ?? "" })) ?? [];
    return {
      dialect: "anthropic",
      model: parsed.model,
      stream: parsed.stream ?? false,
      wantsUsage: true,
      messages: [...system, ...parsed.messages.map(toMessage)],
      tools: (parsed.tools ?? []).map((tool) => tool.name),
      wantsJson: false,
      key: headers.get("x-api-key") ?? "",
      body,
    };
  },
  whole: (request, answer) => ({
    ...head(request),
    content: blocks(answer),
    stop_reason: stopReason(answer),
    usage: usage(answer),
  }),
  frames(request, answer) {
    const frame = (type: string, data: object, isToken = false): Frame => ({
      text: event({ type, ...data }, type),
      isToken,
    });
    const delta = (index: number, data: object) => frame("content_block_delta", { index, delta: data }, true);
    const body = blocks(answer).flatMap((item, index): Frame[] => {
      const isText = item.type === "text";
      const start = isText ? { ...item, text: "" } : { ...item, input: {} };
      const deltas = isText
        ? tokens(item.text).map((text) => delta(index, { type: "text_delta", text }))
        : tokens(JSON.stringify(item.input)).map((json) =>
            delta(index, { type: "input_json_delta", partial_json: json }),
          );
      return [
        frame("content_block_start", { index, content_block: start }),
        ...deltas,
        frame("content_block_stop", { index }),
      ];
    });
    const started = { ...head(request), content: [], stop_reason: null };
    return [
      frame("message_start", { message: { ...started, usage: { ...usage(answer), output_tokens: 1 } } }),
      ...body,
      frame("message_delta", {
        delta: { stop_reason: stopReason(answer), stop_sequence: null },
        usage: { output_tokens: answer.usage.output },
      }),
      frame("message_stop", {}),
    ];
  },
  error(error) {
    const types: Record<number, string> = {
      401: "authentication_error",
      404: "not_found_error",
      429: "rate_limit_error",
    };
    return { type: "error", error: { type: types[error.status] ?? "api_error", message: error.message } };
  },
};

function toMessage(message: z.infer<typeof bodySchema>["messages"][number]): WireMessage {
  const result = message.content.find((part) => part.type === "tool_result");
  if (result) return { role: "tool", text: resultText(result.content) };
  return { role: message.role, text: message.content.map((part) => part.text ?? "").join("") };
}

function resultText(value: unknown): string {
  const parsed = content.safeParse(value);
  return parsed.success ? parsed.data.map((part) => part.text ?? "").join("") : "";
}

function head(request: WireRequest) {
  return {
    id: `msg_${request.number}`,
    type: "message",
    role: "assistant",
    model: request.model,
    stop_sequence: null,
  };
}

function blocks(answer: WireAnswer) {
  const calls = answer.toolCalls.map((call) => ({
    type: "tool_use" as const,
    id: call.id,
    name: call.name,
    input: call.args,
  }));
  return answer.text ? [{ type: "text" as const, text: answer.text }, ...calls] : calls;
}

function stopReason(answer: WireAnswer): string {
  return answer.toolCalls.length > 0 ? "tool_use" : "end_turn";
}

/** Anthropic counts cached tokens apart from `input_tokens`. */
function usage({ usage: { input, output, cached, cacheWrites } }: WireAnswer) {
  return {
    input_tokens: input - cached - cacheWrites,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: cacheWrites,
    output_tokens: output,
  };
}
