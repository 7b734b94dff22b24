import { z } from "zod";
import { type Dialect, event, type Frame, tokens, type WireAnswer, type WireRequest } from "./wire";

/** OpenAI's POST /v1/chat/completions: https://platform.openai.com/docs/api-reference/chat */

export const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() })), z.null()])
  .optional()
  .transform((content) =>
    typeof content === "string" ? content : (content ?? []).map((block) => block.text ?? "").join(""),
  );

const roles = {
  system: "system",
  developer: "system",
  user: "user",
  assistant: "assistant",
  tool: "tool",
} as const;

const bodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  messages: z.array(
    z.looseObject({
      role: z.enum(["system", "developer", "user", "assistant", "tool"]),
      content: contentSchema,
    }),
  ),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
  response_format: z.looseObject({ type: z.string() }).nullish(),
});

export const openaiChat: Dialect = {
  name: "openai-chat",
  read(path, headers, body) {
    if (!path.endsWith("/chat/completions")) return null;
    const parsed = bodySchema.parse(body);
    return {
      dialect: "openai-chat",
      model: parsed.model,
      stream: parsed.stream ?? false,
      wantsUsage: parsed.stream_options?.include_usage ?? false,
      messages: parsed.messages.map(({ role, content }) => ({ role: roles[role], text: content })),
      tools: (parsed.tools ?? []).map((tool) => tool.function.name),
      wantsJson: (parsed.response_format?.type ?? "text") !== "text",
      key: bearer(headers),
      body,
    };
  },
  whole(request, answer) {
    return {
      ...head(request, "chat.completion"),
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: answer.text || null,
            ...(answer.toolCalls.length > 0 ? { tool_calls: answer.toolCalls.map(toolCall) } : {}),
          },
          finish_reason: finishReason(answer),
        },
      ],
      usage: usage(answer),
    };
  },
  frames(request, answer) {
    const chunk = (delta: unknown, finish: string | null = null, isToken = false): Frame => ({
      text: event({
        ...head(request, "chat.completion.chunk"),
        choices: [{ index: 0, delta, finish_reason: finish }],
      }),
      isToken,
    });
    const calls = answer.toolCalls.flatMap((call, index) => {
      const { function: fn, ...rest } = toolCall(call);
      return [
        chunk({ tool_calls: [{ index, ...rest, function: { name: fn.name, arguments: "" } }] }),
        ...tokens(fn.arguments).map((piece) =>
          chunk({ tool_calls: [{ index, function: { arguments: piece } }] }, null, true),
        ),
      ];
    });
    return [
      chunk({ role: "assistant", content: "" }),
      ...tokens(answer.text).map((content) => chunk({ content }, null, true)),
      ...calls,
      chunk({}, finishReason(answer)),
      ...(request.wantsUsage
        ? [
            {
              text: event({ ...head(request, "chat.completion.chunk"), choices: [], usage: usage(answer) }),
              isToken: false,
            },
          ]
        : []),
      { text: "data: [DONE]\n\n", isToken: false },
    ];
  },
  error: openaiError,
};

export function openaiError(error: { status: number; message: string }): unknown {
  const type =
    error.status === 401 ? "invalid_request_error" : error.status === 429 ? "requests" : "server_error";
  const code = error.status === 401 ? "invalid_api_key" : null;
  return { error: { message: error.message, type, param: null, code } };
}

export function bearer(headers: Headers): string {
  return (headers.get("authorization") ?? "").replace(/^Bearer /, "");
}

function head(request: WireRequest, object: string) {
  return { id: `chatcmpl-${request.number}`, object, created: 1_700_000_000, model: request.model };
}

function toolCall(call: WireAnswer["toolCalls"][number]) {
  return {
    id: call.id,
    type: "function",
    function: { name: call.name, arguments: JSON.stringify(call.args) },
  };
}

function finishReason(answer: WireAnswer): string {
  return answer.toolCalls.length > 0 ? "tool_calls" : "stop";
}

function usage({ usage: { input, output, cached } }: WireAnswer) {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}
