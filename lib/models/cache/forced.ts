import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

/**
 * Whether a call must be answered by the call of its one tool, as LangChain asks for structured answers where a model
 * knows no response format, and mostly says so in the call. Else each provider has its own word for it; to leave the choice to the model is `auto` or nothing.
 */
export function isForced(model: BaseChatModel, options: object): boolean {
  const bound: unknown = Reflect.get(model, "defaultOptions");
  const given: Record<string, unknown> = { ...Object(bound), ...options };
  const { tools, tool_choice: choice, ls_structured_output_format: format } = given;
  if (format !== undefined) return true;
  if (!Array.isArray(tools) || tools.length !== 1) return false;
  if (typeof choice === "string") return !["auto", "none", ""].includes(choice);
  if (typeof choice !== "object" || choice === null) return false;
  const type: unknown = Reflect.get(choice, "type");
  return type !== "auto" && type !== "none";
}
