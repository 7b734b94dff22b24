import { z } from "zod";
import { openaiChat } from "./openai-chat";
import { type Dialect, event, type Frame, type WireAnswer, type WireRequest } from "./wire";

/** Mistral answers 422 to a field that it does not know, and to an id of a tool call that is not one of its own. */
const id = z.string().regex(/^[a-zA-Z0-9]{9}$/, "Tool call id must be a-z, A-Z, 0-9, with a length of 9.");
const bodySchema = z.strictObject({
  model: z.string(),
  messages: z.array(
    z.looseObject({
      tool_call_id: id.optional(),
      tool_calls: z.array(z.looseObject({ id })).optional(),
    }),
  ),
  stream: z.boolean().optional(),
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  max_tokens: z.int().optional(),
  tools: z.array(z.looseObject({})).optional(),
  tool_choice: z.unknown().optional(),
  parallel_tool_calls: z.boolean().optional(),
  reasoning_effort: z.enum(["none", "low", "medium", "high"]).optional(),
  response_format: z.looseObject({}).optional(),
});

/** Mistral's POST /v1/chat/completions, here under /mistral: https://docs.mistral.ai/api/endpoint/chat */
export const mistral: Dialect = {
  ...openaiChat,
  name: "mistral",
  read(path, headers, body, search) {
    if (!path.startsWith("/mistral/")) return null;
    bodySchema.parse(body);
    const request = openaiChat.read(path, headers, body, search);
    return request && { ...request, dialect: "mistral" };
  },
  /** The usage stands in the last piece of the answer, asked for or not. */
  frames(request: WireRequest, answer: WireAnswer): Frame[] {
    const usage = openaiChat.whole(request, answer);
    const frames = openaiChat.frames({ ...request, wantsUsage: false }, answer);
    const [done, last] = [frames.pop(), frames.pop()];
    if (!done || !last) return frames;
    const told = z.looseObject({ usage: z.unknown() }).parse(usage);
    const chunk = z.looseObject({}).parse(JSON.parse(String(last.text).slice("data: ".length)));
    return [...frames, { ...last, text: event({ ...chunk, usage: told.usage }) }, done];
  },
};
