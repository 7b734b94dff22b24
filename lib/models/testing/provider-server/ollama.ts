import { z } from "zod";
import { bearer } from "./openai-chat";
import { type Dialect, tokens, type WireAnswer, type WireRequest } from "./wire";

/** Ollama's POST /api/chat, whose streams are lines of JSON: https://docs.ollama.com/api/chat */

const bodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(true),
  messages: z.array(
    z.looseObject({ role: z.enum(["system", "user", "assistant", "tool"]), content: z.string().default("") }),
  ),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
  format: z.unknown().optional(),
});

export const ollama: Dialect = {
  name: "ollama",
  streamType: "application/x-ndjson",
  read(path, headers, body) {
    if (path !== "/api/chat") return null;
    const parsed = bodySchema.parse(body);
    return {
      dialect: "ollama",
      model: parsed.model,
      stream: parsed.stream,
      wantsUsage: true,
      messages: parsed.messages.map(({ role, content }) => ({ role, text: content })),
      tools: (parsed.tools ?? []).map((tool) => tool.function.name),
      wantsJson: Boolean(parsed.format),
      key: bearer(headers),
      body,
    };
  },
  whole: (request, answer) => last(request, answer, { content: answer.text, ...calls(answer) }),
  frames(request, answer) {
    const line = (value: unknown, isToken: boolean) => ({ text: `${JSON.stringify(value)}\n`, isToken });
    const piece = (message: object) => line({ ...head(request, message), done: false }, true);
    return [
      ...tokens(answer.text).map((content) => piece({ content })),
      ...answer.toolCalls.map((_, index) => piece({ content: "", ...calls(answer, index) })),
      line(last(request, answer, { content: "" }), false),
    ];
  },
  error: ({ message }) => ({ error: message }),
};

function head(request: WireRequest, message: object) {
  return {
    model: request.model,
    created_at: "2026-01-01T00:00:00Z",
    message: { role: "assistant", ...message },
  };
}

function last(request: WireRequest, { usage }: WireAnswer, message: object) {
  return {
    ...head(request, message),
    done: true,
    done_reason: "stop",
    prompt_eval_count: usage.input,
    eval_count: usage.output,
  };
}

/** All calls, or the one of that place. */
function calls({ toolCalls }: WireAnswer, only?: number) {
  const chosen = only === undefined ? toolCalls : toolCalls.slice(only, only + 1);
  if (chosen.length === 0) return {};
  return { tool_calls: chosen.map(({ name, args }) => ({ function: { name, arguments: args } })) };
}
