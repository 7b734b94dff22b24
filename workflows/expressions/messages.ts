/**
 * LangChain messages reach expressions as plain `{role, content, …}` objects, so that `last(messages).content`
 * reads as people expect. They are known by their shape: this code also runs where LangChain does not.
 */
export function plainValue(value: unknown): unknown {
  return Array.isArray(value) && value.some(isLangChainMessage) ? value.map(plainItem) : plainItem(value);
}

interface LangChainMessage {
  getType(): string;
  content: unknown;
  id?: unknown;
  name?: unknown;
  tool_calls?: unknown;
  tool_call_id?: unknown;
}

const roles: Readonly<Record<string, string>> = { human: "user", ai: "assistant" };

function isLangChainMessage(value: unknown): value is LangChainMessage {
  return (
    typeof value === "object" &&
    value !== null &&
    "getType" in value &&
    typeof value.getType === "function" &&
    "content" in value
  );
}

function plainItem(value: unknown): unknown {
  if (!isLangChainMessage(value)) return value;
  const type = value.getType();
  const calls = Array.isArray(value.tool_calls) && value.tool_calls.length > 0 ? value.tool_calls : undefined;
  const optional = { id: value.id, name: value.name, toolCalls: calls, toolCallId: value.tool_call_id };
  return {
    role: roles[type] ?? type,
    content: contentText(value.content),
    ...Object.fromEntries(Object.entries(optional).filter(([, part]) => part !== undefined && part !== null)),
  };
}

/** Newer protocols carry content as blocks; people want its text. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map(blockText).join("");
}

function blockText(block: unknown): string {
  if (typeof block === "string") return block;
  const isText = typeof block === "object" && block !== null && "text" in block;
  return isText && typeof block.text === "string" ? block.text : "";
}
