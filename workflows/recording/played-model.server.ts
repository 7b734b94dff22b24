import { BaseChatModel, type BaseChatModelCallOptions } from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { AppError } from "@/workflows/errors/app-error";
import { modelMetadataKeys } from "@/workflows/runtime/ports";

/** Stands for a model that is not there any more, while a recording answers for it. */
export class PlayedModel extends BaseChatModel {
  constructor(reference: string) {
    const model = reference.slice(reference.indexOf("/") + 1);
    super({ metadata: { [modelMetadataKeys.provider]: "recorded", [modelMetadataKeys.model]: model } });
  }

  override _llmType(): string {
    return "recorded";
  }

  override bindTools(
    tools: unknown[],
    options?: Partial<BaseChatModelCallOptions>,
  ): Runnable<BaseMessage[], AIMessageChunk> {
    return this.withConfig({ ...options, tools } as Partial<BaseChatModelCallOptions>) as never;
  }

  override async _generate(): Promise<ChatResult> {
    throw gone();
  }

  override _streamResponseChunks(): AsyncGenerator<ChatGenerationChunk> {
    throw gone();
  }
}

function gone(): AppError {
  return new AppError("model_not_configured", "The recorded model is not there any more.");
}
