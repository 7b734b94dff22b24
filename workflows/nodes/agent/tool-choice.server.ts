import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { type AgentMiddleware, createMiddleware } from "langchain";
import type { JsonObject } from "@/workflows/graph/json";
import type { StructuredReply } from "../ask-structured.server";

interface Choosing {
  /** Tools offered at most, beside those that are always there. */
  most: number;
  /** Names of tools that are no matter of choice. */
  always: readonly string[];
  ask: (schema: JsonObject, messages: BaseMessage[]) => Promise<StructuredReply>;
  /** What of the messages a model may see. */
  seen: (messages: BaseMessage[]) => BaseMessage[];
  log?: (level: "info" | "warn", message: string) => void;
}

const instructions =
  "You choose tools for another model. Name those that it may need for the task, the most useful first. Do not do the task.";

interface Named {
  name: string;
  description?: string | undefined;
}

/**
 * Offers the model those of many tools that fit the task. Asked once a visit: LangChain's own asks before each call, and
 * fails with a name that does not exist. Without a usable answer all tools are offered.
 */
export function chooseTools({ most, always, ask, seen, log }: Choosing): AgentMiddleware {
  let chosen: Promise<readonly string[] | undefined> | undefined;

  async function choose(tools: Named[], messages: BaseMessage[]): Promise<readonly string[] | undefined> {
    const names = tools.map(({ name }) => name);
    const list = tools.map(({ name, description }) => `- ${name}: ${description ?? ""}`).join("\n");
    const task = seen(messages).findLast((message) => message.getType() === "human")?.text ?? "";
    const { value } = await ask(schemaFor(names, most), [
      new SystemMessage(`${instructions}\n\nAt most ${most} of these tools:\n${list}`),
      new HumanMessage(`The task:\n\n${task}`),
    ]);
    const found = Array.isArray(value?.tools) ? value.tools.map(String) : undefined;
    if (found) log?.("info", `Of ${names.length} tools the agent has: ${found.join(", ") || "none"}.`);
    else log?.("warn", "The choice of tools could not be read, so the agent has all of them.");
    return found?.slice(0, most);
  }

  return createMiddleware({
    name: "toolChoice",
    wrapModelCall: async (request, handler) => {
      const tools = request.tools.flatMap((tool) =>
        isNamed(tool) && !always.includes(tool.name) ? [tool] : [],
      );
      if (tools.length <= most) return handler(request);
      chosen ??= choose(tools, request.messages);
      const names = await chosen;
      if (!names) return handler(request);
      const isOffered = (tool: object) =>
        !isNamed(tool) || always.includes(tool.name) || names.includes(tool.name);
      return handler({ ...request, tools: request.tools.filter(isOffered) });
    },
  });
}

function isNamed(tool: object): tool is Named {
  return "name" in tool && typeof tool.name === "string";
}

function schemaFor(names: string[], most: number): JsonObject {
  return {
    type: "object",
    properties: { tools: { type: "array", items: { type: "string", enum: names }, maxItems: most } },
    required: ["tools"],
  };
}
