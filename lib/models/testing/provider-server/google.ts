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

/** Google's POST /v1beta/models/{model}:(stream)generateContent: https://ai.google.dev/api/generate-content */

const part = z.looseObject({ text: z.string().optional(), functionResponse: z.unknown().optional() });
const turn = z.looseObject({ role: z.string().optional(), parts: z.array(part) });

const bodySchema = z.looseObject({
  contents: z.array(turn),
  systemInstruction: turn.optional(),
  tools: z
    .array(z.looseObject({ functionDeclarations: z.array(z.looseObject({ name: z.string() })).optional() }))
    .optional(),
  generationConfig: z.looseObject({ responseMimeType: z.string().optional() }).optional(),
});

export const google: Dialect = {
  name: "google",
  read(path, headers, body) {
    const match = /\/models\/([^/:]+):(generate|streamGenerate)Content$/.exec(path);
    if (!match) return null;
    const parsed = bodySchema.parse(body);
    const system = parsed.systemInstruction
      ? [{ ...toMessage(parsed.systemInstruction), role: "system" as const }]
      : [];
    return {
      dialect: "google",
      model: match[1] ?? "",
      stream: match[2] === "streamGenerate",
      wantsUsage: true,
      messages: [...system, ...parsed.contents.map(toMessage)],
      tools: (parsed.tools ?? []).flatMap((tool) => (tool.functionDeclarations ?? []).map((fn) => fn.name)),
      wantsJson: parsed.generationConfig?.responseMimeType === "application/json",
      key: headers.get("x-goog-api-key") ?? "",
      body,
    };
  },
  whole: (request, answer) => chunk(request, answer, parts(answer), "STOP"),
  frames(request, answer) {
    const frame = (content: unknown[], finish: string | null, isToken: boolean): Frame => ({
      text: event(chunk(request, answer, content, finish)),
      isToken,
    });
    return [
      ...tokens(answer.text).map((text) => frame([{ text }], null, true)),
      ...answer.toolCalls.map((call) => frame([functionCall(call)], null, true)),
      frame([{ text: "" }], "STOP", false),
    ];
  },
  error: (error) => ({
    error: {
      code: error.status,
      message: error.message,
      status: error.status === 429 ? "RESOURCE_EXHAUSTED" : "INVALID_ARGUMENT",
      details: error.retryAfterSeconds
        ? [
            {
              "@type": "type.googleapis.com/google.rpc.RetryInfo",
              retryDelay: `${error.retryAfterSeconds}s`,
            },
          ]
        : [],
    },
  }),
};

function toMessage(value: z.infer<typeof turn>): WireMessage {
  const response = value.parts.find((item) => item.functionResponse !== undefined)?.functionResponse;
  if (response !== undefined) return { role: "tool", text: JSON.stringify(response) };
  const text = value.parts.map((item) => item.text ?? "").join("");
  return { role: value.role === "model" ? "assistant" : "user", text };
}

function chunk(request: WireRequest, answer: WireAnswer, content: unknown[], finish: string | null) {
  const { input, output, cached } = answer.usage;
  return {
    candidates: [
      { content: { role: "model", parts: content }, index: 0, ...(finish ? { finishReason: finish } : {}) },
    ],
    modelVersion: request.model,
    ...(finish
      ? {
          usageMetadata: {
            promptTokenCount: input,
            candidatesTokenCount: output,
            totalTokenCount: input + output,
            cachedContentTokenCount: cached,
          },
        }
      : {}),
  };
}

function parts(answer: WireAnswer): unknown[] {
  return [...(answer.text ? [{ text: answer.text }] : []), ...answer.toolCalls.map(functionCall)];
}

function functionCall(call: WireAnswer["toolCalls"][number]) {
  return { functionCall: { name: call.name, args: call.args } };
}
