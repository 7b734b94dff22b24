import type { PlainMessage } from "@/workflows/events/message";
import type { Json } from "@/workflows/graph/json";
import { type Attributes, known } from "./telemetry-span";

/** Receivers cut or refuse longer values. */
const longest = 32_000;

/** A value as a text for an attribute. */
export function told(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/**
 * What went in and came out of something that is not a model call, by the names of OpenInference
 * (https://arize-ai.github.io/openinference/spec/semantic_conventions.html), which Langfuse and LangSmith read.
 */
export function inAndOut(input: Json | undefined, output: Json | undefined): Attributes {
  return known({ "input.value": told(input), "output.value": told(output) });
}

/**
 * Messages of a model call by the GenAI conventions
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-input-messages.json): the system's words stand apart.
 */
export function messagesOf(
  messages: readonly PlainMessage[] | undefined,
  answer: PlainMessage | undefined,
  finishReason: string | undefined,
): Attributes {
  const isSystem = ({ role }: PlainMessage) => role === "system";
  const system = messages?.filter(isSystem).map(({ content }) => ({ type: "text", content }));
  const input = messages?.filter((message) => !isSystem(message)).map(partsOf);
  const output = answer && [{ ...partsOf(answer), ...(finishReason && { finish_reason: finishReason }) }];
  return known({
    "gen_ai.system_instructions": system?.length ? told(system) : undefined,
    "gen_ai.input.messages": input?.length ? told(input) : undefined,
    "gen_ai.output.messages": output && told(output),
  });
}

function partsOf({ role, content, toolCalls = [], toolCallId }: PlainMessage) {
  const parts: Json[] =
    role === "tool"
      ? [{ type: "tool_call_response", ...(toolCallId && { id: toolCallId }), response: content }]
      : [
          ...(content ? [{ type: "text", content }] : []),
          ...toolCalls.map(({ id, name, args }) => ({ type: "tool_call", id, name, arguments: args })),
        ];
  return { role, parts };
}
