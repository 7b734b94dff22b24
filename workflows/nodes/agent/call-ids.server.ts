import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { type AgentMiddleware, createMiddleware } from "langchain";

/**
 * Gives each tool call of a conversation an id of its own. Some servers count the calls of each answer anew (`call_0`):
 * the loop would take the second `call_0` for answered, and end without a word.
 */
export function distinctCallIds(): AgentMiddleware {
  return createMiddleware({
    name: "distinctCallIds",
    wrapModelCall: async (request, handler) => {
      const answer = await handler(request);
      if (!AIMessage.isInstance(answer)) return answer;
      // What the model was shown may be shortened; the loop looks at all of it.
      return withDistinctIds(answer, idsIn([...request.state.messages, ...request.messages]));
    },
  });
}

/** The same answer, with other ids for calls whose own is empty or taken: `call_0` becomes `call_0-2`. */
export function withDistinctIds(answer: AIMessage, taken: ReadonlySet<string>): AIMessage {
  const calls = answer.tool_calls ?? [];
  const seen = new Set(taken);
  const ids = calls.map(({ id }) => {
    const own = freeId(id || "call", seen, Boolean(id));
    seen.add(own);
    return own;
  });
  if (calls.every(({ id }, at) => id === ids[at])) return answer;
  const { content, id, name, response_metadata, additional_kwargs, usage_metadata } = answer;
  return new AIMessage({
    content: typeof content === "string" ? content : partsWith(content, ids),
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    tool_calls: calls.map((call, at) => ({ ...call, id: ids[at] ?? "" })),
    response_metadata,
    additional_kwargs,
    ...(usage_metadata && { usage_metadata }),
  });
}

function freeId(wanted: string, taken: ReadonlySet<string>, isOwn: boolean): string {
  if (isOwn && !taken.has(wanted)) return wanted;
  for (let count = isOwn ? 2 : 1; ; count += 1) {
    const id = `${wanted}-${count}`;
    if (!taken.has(id)) return id;
  }
}

type Parts = Exclude<AIMessage["content"], string>;

/** Providers whose answers come in parts repeat the calls there, in the same order. */
function partsWith(parts: Parts, ids: readonly string[]): Parts {
  let at = 0;
  return parts.map((part) =>
    part.type === "tool_use" || part.type === "tool_call" ? { ...part, id: ids[at++] ?? part.id } : part,
  );
}

function idsIn(messages: readonly BaseMessage[]): Set<string> {
  return new Set(
    messages.flatMap((message) => {
      if (ToolMessage.isInstance(message)) return [message.tool_call_id];
      return AIMessage.isInstance(message) ? (message.tool_calls ?? []).flatMap(({ id }) => id ?? []) : [];
    }),
  );
}
