import type { Serialized } from "@langchain/core/load/serializable";
import { AIMessage, HumanMessage } from "@langchain/core/messages";
import type { ChatGeneration } from "@langchain/core/outputs";
import { getCallbackManagerForConfig } from "@langchain/core/runnables";
import { modelMetadataKeys } from "@/workflows/runtime/ports";
import type { NodeContext } from "./execute";

interface TracedCall<Answer> {
  provider: string;
  model: string;
  /** What it does, by the name that the GenAI conventions of OpenTelemetry have for it, where they have one. */
  operation: "embeddings" | "rerank";
  /** What the trace shows of what was sent. */
  sent: readonly string[];
  call: () => Promise<Answer>;
  /** What it shows of the answer. */
  told: (answer: Answer) => string;
}

/** Of many texts the trace shows the first ones. */
const mostShown = 20;

/**
 * A call of a model that does not chat, as a span of the trace with its tokens and cost: LangChain has no callbacks of
 * its own for it.
 */
export async function tracedCall<Answer extends { inputTokens: number | null }>(
  { provider, model, operation, sent, call, told }: TracedCall<Answer>,
  { config }: Pick<NodeContext, "config">,
): Promise<Answer> {
  const named = { [modelMetadataKeys.provider]: provider, [modelMetadataKeys.model]: model };
  const manager = await getCallbackManagerForConfig({
    ...config,
    metadata: { ...config.metadata, ...named },
  });
  const shown = sent.slice(0, mostShown).map((text) => new HumanMessage(text));
  const more = sent.length - shown.length;
  const messages = more > 0 ? [...shown, new HumanMessage(`… and ${more} more`)] : shown;
  const [span] =
    (await manager?.handleChatModelStart(serialized, [messages], undefined, undefined, {
      invocation_params: { operation },
    })) ?? [];
  try {
    const answer = await call();
    const text = told(answer);
    const message = new AIMessage({ content: text, ...usageOf(answer) });
    const generation: ChatGeneration = { text, message };
    await span?.handleLLMEnd({ generations: [[generation]] });
    return answer;
  } catch (error) {
    await span?.handleLLMError(error);
    throw error;
  }
}

const serialized: Serialized = { lc: 1, type: "not_implemented", id: ["signalbox", "texts"] };

function usageOf({ inputTokens }: { inputTokens: number | null }) {
  if (inputTokens === null) return {};
  return {
    usage_metadata: { input_tokens: inputTokens, output_tokens: 0, total_tokens: inputTokens },
  };
}
