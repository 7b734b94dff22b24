import { z } from "zod";
import { bearer, contentSchema, openaiError } from "./openai-chat";
import {
  type Dialect,
  event,
  type Frame,
  tokens,
  type WireAnswer,
  type WireMessage,
  type WireRequest,
} from "./wire";

/** OpenAI's POST /v1/responses: https://platform.openai.com/docs/api-reference/responses */

const itemSchema = z.union([
  z
    .looseObject({ type: z.literal("function_call_output"), output: z.string() })
    .transform((item): WireMessage => ({ role: "tool", text: item.output })),
  z
    .looseObject({ role: z.enum(["system", "developer", "user", "assistant"]), content: contentSchema })
    .transform(
      (item): WireMessage => ({ role: item.role === "developer" ? "system" : item.role, text: item.content }),
    ),
  z.looseObject({}).transform((): WireMessage => ({ role: "assistant", text: "" })),
]);

const bodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().nullish(),
  input: z.union([
    z.string().transform((text): WireMessage[] => [{ role: "user", text }]),
    z.array(itemSchema),
  ]),
  tools: z.array(z.looseObject({ name: z.string().optional() })).optional(),
  text: z.looseObject({ format: z.looseObject({ type: z.string() }).optional() }).nullish(),
});

export const openaiResponses: Dialect = {
  name: "openai-responses",
  read(path, headers, body) {
    if (!path.endsWith("/responses")) return null;
    const parsed = bodySchema.parse(body);
    return {
      dialect: "openai-responses",
      model: parsed.model,
      stream: parsed.stream ?? false,
      wantsUsage: true,
      messages: parsed.input,
      tools: (parsed.tools ?? []).map((tool) => tool.name ?? ""),
      wantsJson: (parsed.text?.format?.type ?? "text") !== "text",
      key: bearer(headers),
      body,
    };
  },
  whole: (request, answer) => response(request, answer, "completed"),
  frames(request, answer) {
    const frame = (type: string, data: object, isToken = false): Frame => ({
      text: event({ type, sequence_number: 0, ...data }, type),
      isToken,
    });
    const items = output(request, answer).flatMap((item, output_index): Frame[] => {
      const at = { output_index, item_id: item.id };
      if (item.type === "function_call") {
        return [
          frame("response.output_item.added", { output_index, item: { ...item, arguments: "" } }),
          ...tokens(item.arguments).map((delta) =>
            frame("response.function_call_arguments.delta", { ...at, delta }, true),
          ),
          frame("response.function_call_arguments.done", { ...at, arguments: item.arguments }),
          frame("response.output_item.done", { output_index, item }),
        ];
      }
      const part = { ...at, content_index: 0 };
      return [
        frame("response.output_item.added", { output_index, item: { ...item, content: [] } }),
        frame("response.content_part.added", {
          ...part,
          part: { type: "output_text", text: "", annotations: [] },
        }),
        ...tokens(answer.text).map((delta) => frame("response.output_text.delta", { ...part, delta }, true)),
        frame("response.output_text.done", { ...part, text: answer.text }),
        frame("response.output_item.done", { output_index, item }),
      ];
    });
    return [
      frame("response.created", { response: { ...response(request, answer, "in_progress"), output: [] } }),
      ...items,
      frame("response.completed", { response: response(request, answer, "completed") }),
    ];
  },
  error: openaiError,
};

function response(request: WireRequest, answer: WireAnswer, status: string) {
  const { input, output: out, cached } = answer.usage;
  return {
    id: `resp_${request.number}`,
    object: "response",
    created_at: 1_700_000_000,
    status,
    model: request.model,
    output: output(request, answer),
    error: null,
    incomplete_details: null,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: out,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + out,
    },
  };
}

function output(request: WireRequest, answer: WireAnswer) {
  const calls = answer.toolCalls.map((call, index) => ({
    type: "function_call" as const,
    id: `fc_${request.number}_${index}`,
    call_id: call.id,
    name: call.name,
    arguments: JSON.stringify(call.args),
    status: "completed",
  }));
  if (!answer.text) return calls;
  const content = [{ type: "output_text", text: answer.text, annotations: [] }];
  return [
    {
      type: "message" as const,
      id: `msg_${request.number}`,
      role: "assistant",
      status: "completed",
      content,
    },
    ...calls,
  ];
}
