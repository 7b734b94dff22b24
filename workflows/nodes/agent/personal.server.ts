import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { type AgentMiddleware, createMiddleware } from "langchain";
import { hidden, type PersonalRule } from "@/workflows/personal/hidden.server";

/** Messages as a model may see them. The model's own instructions are the author's, and hidden where they are made. */
export function withoutPersonal(messages: BaseMessage[], rules: readonly PersonalRule[]): BaseMessage[] {
  return rules.length === 0 ? messages : messages.map((message) => withHidden(message, rules));
}

/** Keeps personal data from the model, and where wanted from what it answers. */
export function hidePersonal(rules: readonly PersonalRule[], answers: boolean): AgentMiddleware {
  return createMiddleware({
    name: "personalData",
    wrapModelCall: async (request, handler) => {
      const answer = await handler({ ...request, messages: withoutPersonal(request.messages, rules) });
      if (!answers || !AIMessage.isInstance(answer)) return answer;
      answer.content = contentOf(answer, rules);
      return answer;
    },
  });
}

function withHidden(message: BaseMessage, rules: readonly PersonalRule[]): BaseMessage {
  const content = contentOf(message, rules);
  const { id, name } = message;
  const base = { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
  if (ToolMessage.isInstance(message)) {
    const { tool_call_id, status } = message;
    return new ToolMessage({ ...base, content, tool_call_id, ...(status && { status }) });
  }
  if (AIMessage.isInstance(message)) {
    const { tool_calls = [], response_metadata, additional_kwargs } = message;
    return new AIMessage({ ...base, content, tool_calls, response_metadata, additional_kwargs });
  }
  return HumanMessage.isInstance(message) ? new HumanMessage({ ...base, content }) : message;
}

function contentOf({ content }: BaseMessage, rules: readonly PersonalRule[]): BaseMessage["content"] {
  if (typeof content === "string") return hidden(content, rules);
  return content.map((part) =>
    part.type === "text" && typeof part.text === "string"
      ? { ...part, text: hidden(part.text, rules) }
      : part,
  );
}
