import { setTimeout as wait } from "node:timers/promises";
import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BaseChatModelParams,
  type BindToolsInput,
  type LangSmithParams,
} from "@langchain/core/language_models/chat_models";
import { AIMessageChunk, type BaseMessage, type UsageMetadata } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { z } from "zod";
import { decide, type Reply } from "./decide";
import { parseJsonSchema } from "./json-schema";
import { type OfflineTool, readTools } from "./tools";

export interface OfflineModelFields extends BaseChatModelParams {
  /** Pause before each word of a streamed answer. */
  msPerToken?: number;
  maxTokens?: number;
}

interface OfflineCallOptions extends BaseChatModelCallOptions {
  tools?: OfflineTool[];
  /** OpenAI's notation, which createAgent sends for native structured output. */
  response_format?: unknown;
}

const responseFormat = z.object({ json_schema: z.object({ schema: z.unknown() }) });
const namedChoice = z.object({ function: z.object({ name: z.string() }) });

/**
 * A chat model without a model: deterministic rules that stream words, call tools and fill schemas with what
 * stands in the text. Not an AI, and it says so. Its tokens are words.
 */
export class OfflineChatModel extends BaseChatModel<OfflineCallOptions> {
  private readonly msPerToken: number;
  private readonly maxTokens: number;

  constructor(fields: OfflineModelFields = {}) {
    super(fields);
    this.msPerToken = fields.msPerToken ?? 0;
    this.maxTokens = fields.maxTokens ?? Infinity;
  }

  static override lc_name(): string {
    return "OfflineChatModel";
  }

  override get callKeys(): string[] {
    return [...super.callKeys, "tools", "tool_choice", "response_format"];
  }

  _llmType(): string {
    return "offline";
  }

  override getLsParams(options: this["ParsedCallOptions"]): LangSmithParams {
    return { ...super.getLsParams(options), ls_provider: "offline", ls_model_name: "offline" };
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs?: Partial<OfflineCallOptions>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, OfflineCallOptions> {
    // `withStructuredOutput` of the base class binds one plain definition and nothing else; the answer must
    // come through it. Agents always pass options.
    const isStructuredOutput = kwargs === undefined && tools.length === 1;
    const choice = isStructuredOutput ? { tool_choice: "any" } : {};
    return this.withConfig({ ...choice, ...kwargs, tools: readTools(tools) });
  }

  async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for (const chunk of this.chunks(messages, options)) whole = whole ? whole.concat(chunk) : chunk;
    return { generations: whole ? [whole] : [] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    for (const chunk of this.chunks(messages, options)) {
      options.signal?.throwIfAborted();
      if (this.msPerToken > 0 && chunk.text) {
        await wait(this.msPerToken, undefined, options.signal ? { signal: options.signal } : {});
      }
      yield chunk;
      await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
    }
  }

  private chunks(messages: BaseMessage[], options: this["ParsedCallOptions"]): ChatGenerationChunk[] {
    const format = responseFormat.safeParse(options.response_format);
    const reply = decide(messages, {
      tools: options.tools ?? [],
      toolChoice: readChoice(options.tool_choice),
      ...(format.success ? { answerSchema: parseJsonSchema(format.data.json_schema.schema) } : {}),
    });
    const input = messages.reduce((sum, message) => sum + toTokens(message.text).length, 0);
    const all = "text" in reply ? textChunks(reply.text) : [callChunk(reply.calls, messages.length)];
    const body = all.slice(0, this.maxTokens);
    const output = "text" in reply ? body.length : toTokens(JSON.stringify(reply.calls)).length;
    const finish = body.length < all.length ? "length" : "text" in reply ? "stop" : "tool_calls";
    return [
      ...body,
      lastChunk({ input_tokens: input, output_tokens: output, total_tokens: input + output }, finish),
    ];
  }
}

/** Words with the space before them; together they are the text again. */
function toTokens(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function textChunks(text: string): ChatGenerationChunk[] {
  return toTokens(text).map(
    (token) => new ChatGenerationChunk({ text: token, message: new AIMessageChunk({ content: token }) }),
  );
}

/** Ids follow from the place in the conversation, so that the same conversation gives the same messages. */
function callChunk(calls: Extract<Reply, { calls: unknown }>["calls"], place: number): ChatGenerationChunk {
  const tool_call_chunks = calls.map((call, index) => ({
    type: "tool_call_chunk" as const,
    id: `offline_${place}_${index}`,
    index,
    name: call.name,
    args: JSON.stringify(call.args),
  }));
  return new ChatGenerationChunk({
    text: "",
    message: new AIMessageChunk({ content: "", tool_call_chunks }),
  });
}

function lastChunk(usage: UsageMetadata, finish: string): ChatGenerationChunk {
  const response_metadata = { model_name: "offline", finish_reason: finish };
  const message = new AIMessageChunk({ content: "", usage_metadata: usage, response_metadata });
  return new ChatGenerationChunk({ text: "", message });
}

function readChoice(choice: unknown): string {
  if (typeof choice === "string") return choice;
  const named = namedChoice.safeParse(choice);
  return named.success ? named.data.function.name : "auto";
}
