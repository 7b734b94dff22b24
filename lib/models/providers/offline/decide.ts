import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { findArithmetic } from "./arithmetic";
import { fillSchema } from "./fill-schema";
import type { JsonSchema } from "./json-schema";
import { quoteLeading, wantsSummary } from "./summarise";
import { forcedCall, isCalculator, type OfflineTool, type PlannedCall, planCalls } from "./tools";
import { clip, sentences, splitWords } from "./words";

export type Reply = { text: string } | { calls: PlannedCall[] };

export interface Wishes {
  tools: readonly OfflineTool[];
  /** `any` and `required` force a call, `none` forbids one, anything else names the tool to call. */
  toolChoice: string;
  /** Answer as JSON of this shape. */
  answerSchema?: JsonSchema;
}

/** What the offline model does next: fixed rules over the words since the last human message. */
export function decide(messages: readonly BaseMessage[], wishes: Wishes): Reply {
  const start = messages.findLastIndex((message) => HumanMessage.isInstance(message));
  const request = messages[start]?.text ?? messages.map((message) => message.text).join("\n");
  const instructions = messages
    .filter((message) => message.type === "system")
    .map((message) => message.text)
    .join("\n");
  const results = messages.slice(start + 1).filter((message) => ToolMessage.isInstance(message));
  const called = new Set(
    messages
      .slice(start + 1)
      .flatMap((message) =>
        AIMessage.isInstance(message) ? (message.tool_calls ?? []).map((call) => call.name) : [],
      ),
  );
  // What tools found out comes first: it is nearer to the answer than the question is.
  const material = [...results.map((result) => result.text), request].join("\n");
  const calls = wantedCalls(wishes, called, request, material);
  if (calls.length > 0) return { calls };
  if (wishes.answerSchema) return { text: JSON.stringify(fillSchema(wishes.answerSchema, material).value) };
  if (results.length > 0) return { text: tellResults(results) };
  return { text: answer(request, instructions, wishes.tools) };
}

function wantedCalls(
  wishes: Wishes,
  called: ReadonlySet<string>,
  request: string,
  material: string,
): PlannedCall[] {
  const { tools, toolChoice } = wishes;
  if (toolChoice === "none") return [];
  const named = tools.find((tool) => tool.name === toolChoice);
  if (named) return [forcedCall(named, material)];
  const open = tools.filter((tool) => !called.has(tool.name));
  const planned = planCalls(open, request);
  if (planned.length > 0 || (toolChoice !== "any" && toolChoice !== "required")) return planned;
  // A structured answer is bound as the last tool, after those that gather what goes into it.
  const last = open.at(-1) ?? tools.at(-1);
  return last ? [forcedCall(last, material)] : [];
}

function tellResults(results: readonly ToolMessage[]): string {
  const lines = results.map((result) => {
    const tool = splitWords(result.name ?? "tool").join(" ");
    const what = clip(readable(result.text), 1_000);
    return result.status === "error" ? `The ${tool} tool failed: ${what}` : `The ${tool} tool says: ${what}`;
  });
  return lines.join("\n");
}

/** A small JSON object as `key: value` pairs; everything else as it is. */
function readable(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return text;
    const entries = Object.entries(value);
    const isSmall = entries.length <= 8 && entries.every(([, entry]) => typeof entry !== "object");
    return isSmall ? entries.map(([key, entry]) => `${key}: ${entry}`).join(", ") : text;
  } catch {
    return text;
  }
}

function answer(request: string, instructions: string, tools: readonly OfflineTool[]): string {
  if (wantsSummary(request) || wantsSummary(instructions)) {
    return `Quoted, not understood (offline model): ${quoteLeading(request, instructions)}`;
  }
  const heard = clip(sentences(request).slice(0, 2).join(" "), 280);
  const parts = [`I am the offline model: fixed rules, not an AI. You wrote: “${heard}”`];
  const [sum] = findArithmetic(request);
  if (sum && !tools.some(isCalculator)) parts.push(`I cannot calculate ${sum} without a calculator tool.`);
  if (tools.length > 0) {
    const names = tools.map((tool) => splitWords(tool.name).join(" ")).join(", ");
    parts.push(`I can call these tools when your words ask for them: ${names}.`);
  } else {
    parts.push("Connect a real model in the settings for a real answer.");
  }
  return parts.join(" ");
}
