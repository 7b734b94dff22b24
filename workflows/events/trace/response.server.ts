import type { BaseMessage } from "@langchain/core/messages";
import { isAIMessage } from "@langchain/core/messages";
import type { JsonObject } from "@/workflows/graph/json";
import { keptMarkKey } from "./kept-mark.server";
import { plainOf } from "./model-request.server";

/** What the provider said beside the message: its id, the reason to stop, tokens by its own names. */
export function responseOf(message: BaseMessage): JsonObject | undefined {
  const metadata = plainOf(message.response_metadata);
  const usage = isAIMessage(message) ? plainOf(message.usage_metadata) : undefined;
  const said = {
    ...(typeof metadata === "object" && !Array.isArray(metadata) ? metadata : {}),
    ...(usage !== undefined && { usage_metadata: usage }),
  };
  const { [keptMarkKey]: _kept, ...rest }: JsonObject = said;
  return Object.keys(rest).length > 0 ? rest : undefined;
}
