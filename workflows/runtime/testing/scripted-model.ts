import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import { modelMetadataKeys } from "../ports";

/** One answer of a scripted model: its chunks, with anything to wait for or to throw in between. */
export type Script = (signal: AbortSignal | undefined) => AsyncGenerator<AIMessageChunk>;

/** A chat model for tests that streams what the script says; a call after the last script repeats it. */
export class ScriptedModel extends BaseChatModel {
  private calls = 0;

  constructor(private readonly scripts: readonly Script[]) {
    super({ metadata: { [modelMetadataKeys.provider]: "acme", [modelMetadataKeys.model]: "acme-1" } });
  }

  override _llmType(): string {
    return "scripted";
  }

  override bindTools(): this {
    return this;
  }

  override async _generate(): Promise<ChatResult> {
    throw new Error("Scripted models only stream.");
  }

  override async *_streamResponseChunks(
    _messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    manager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const script = this.scripts[Math.min(this.calls, this.scripts.length - 1)];
    this.calls += 1;
    if (!script) return;
    for await (const message of script(options.signal)) {
      const chunk = new ChatGenerationChunk({ message, text: message.text });
      yield chunk;
      await manager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
    }
  }
}
