import { ToolMessage } from "@langchain/core/messages";
import { toJsonSchema } from "@langchain/core/utils/json_schema";
import { type AgentMiddleware, createMiddleware } from "langchain";
import { type InterruptAnswer, type InterruptPayload, toolAnswers } from "@/workflows/events/interrupt";
import { evaluateCondition } from "@/workflows/expressions/evaluate";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";

/** A tool whose calls wait for a person. */
export interface ApprovalRule {
  tool: string;
  purpose: string;
  /** Asked only where it is true of the call's `args`; absent: always. */
  when?: string;
}

interface Asking {
  /** Channels that conditions may look at beside the arguments. */
  state: Readonly<Record<string, unknown>>;
  /** Pauses the run; works by throwing. */
  ask: (question: InterruptPayload) => InterruptAnswer;
}

/**
 * Lets a person decide on calls of tools before they are made. Each call pauses by itself: what needs no approval goes
 * on beside it.
 */
export function askBeforeTools(rules: readonly ApprovalRule[], { state, ask }: Asking): AgentMiddleware {
  return createMiddleware({
    name: "toolApproval",
    wrapToolCall: async (request, handler) => {
      const { toolCall } = request;
      const rule = rules.find(({ tool }) => tool === toolCall.name);
      if (!rule) return handler(request);
      const read = jsonObjectSchema.safeParse(toolCall.args);
      // Nobody could judge such a call, and it would fail anyway: the model may try again.
      if (!read.success) return unreadable(toolCall.name, toolCall.id ?? "");
      const args = read.data;
      if (!isNeeded(rule, args, state)) return handler(request);
      const answer = ask(questionOf(rule, args, schemaOf(request.tool)));
      if (answer.answer !== toolAnswers.approve)
        return refusal(toolCall.name, toolCall.id ?? "", answer.text);
      if (!answer.args) return handler(request);
      const result = await handler({ ...request, toolCall: { ...toolCall, args: answer.args } });
      return ToolMessage.isInstance(result) ? tellOfChange(result, answer.args) : result;
    },
  });
}

/** Where a condition cannot be worked out, a person is asked: that errs on the safe side. */
function isNeeded({ when }: ApprovalRule, args: JsonObject, state: Asking["state"]): boolean {
  if (when === undefined) return true;
  try {
    return evaluateCondition(when, { ...state, args });
  } catch {
    return true;
  }
}

function questionOf({ tool, purpose }: ApprovalRule, args: JsonObject, schema: JsonObject): InterruptPayload {
  return {
    message: `The agent wants to use the tool **${tool}**.`,
    tool: { name: tool, purpose, args, schema },
    answers: [
      { id: toolAnswers.approve, label: "Approve", tone: "primary" },
      { id: toolAnswers.reject, label: "Reject", tone: "danger" },
    ],
    allowText: true,
  };
}

function schemaOf(tool: unknown): JsonObject {
  if (typeof tool !== "object" || tool === null || !("schema" in tool)) return { type: "object" };
  const schema: Parameters<typeof toJsonSchema>[0] = Object(tool.schema);
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(toJsonSchema(schema))));
}

function unreadable(name: string, callId: string): ToolMessage {
  const content = `The arguments of this call of ${name} are no object. Call it again with an object.`;
  return new ToolMessage({ content, tool_call_id: callId, name, status: "error" });
}

function refusal(name: string, callId: string, reason = ""): ToolMessage {
  const why = reason.trim() ? ` Their reason: ${reason.trim()}` : "";
  return new ToolMessage({
    content: `A person did not allow this call of ${name}.${why}`,
    tool_call_id: callId,
    name,
    status: "error",
  });
}

/** The call stays in the conversation as the model made it, so it has to be told what was done instead. */
function tellOfChange(message: ToolMessage, args: JsonObject): ToolMessage {
  message.content = `A person changed the arguments to ${JSON.stringify(args)}. Result: ${message.text}`;
  return message;
}
