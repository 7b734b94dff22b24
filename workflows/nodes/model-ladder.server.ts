import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { modelMetadataKeys, type NodeServices } from "@/workflows/runtime/ports";
import type { NodeContext } from "./execute";
import type { ModelChoice } from "./model-call.server";

/**
 * The models of one visit, in the order in which they are asked. The next one is asked where the one before failed for
 * good: the node's retries come first, except after a failure that another attempt would meet again.
 */
export class ModelLadder {
  private readonly references: readonly string[];
  private readonly failures: AppError[] = [];
  /** Failures that the trace has heard of. */
  private told = 0;

  constructor(
    private readonly config: ModelChoice,
    private readonly services: NodeServices,
    private readonly context: Pick<NodeContext, "willRetry" | "log">,
  ) {
    this.references = [config.model, ...config.fallbacks.map(({ model }) => model)];
  }

  /** The first model that there is. @throws AppError model_not_configured */
  first(): Promise<BaseChatModel> {
    return this.ask(async (model) => model);
  }

  /** Asks the models until one answers. Those that failed are not asked again in this visit. */
  async ask<Answer>(call: (model: BaseChatModel) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        const model = await this.resolve();
        this.tell(model);
        return await call(model);
      } catch (error) {
        const failure = modelFailure(error);
        if (!failure) throw error;
        const isLast = this.failures.length + 1 >= this.references.length;
        if (isLast || this.context.willRetry(failure)) throw this.summed(failure, error);
        this.failures.push(failure);
      }
    }
  }

  private resolve(): Promise<BaseChatModel> {
    const { temperature, maxTokens } = this.config;
    const reference = this.references[this.failures.length] ?? this.config.model;
    return this.services.models.resolve(reference, { temperature, maxTokens });
  }

  private tell(model: BaseChatModel): void {
    const why = this.failures.at(-1);
    if (!why || this.told === this.failures.length) return;
    this.told = this.failures.length;
    this.context.log("warn", `${why.message} ${nameOf(model)} is asked instead.`);
  }

  /** The last failure, and those of the models before it. */
  private summed(last: AppError, error: unknown): unknown {
    if (this.failures.length === 0) return error;
    const before = this.failures.map(({ message }) => message).join(" ");
    return new AppError(last.code, `${last.message} Before that: ${before}`, last.details, { cause: last });
  }
}

/** A failure of the model itself, however deep LangChain has wrapped it; a stopped run is none. */
function modelFailure(error: unknown): AppError | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (isAppError(cause)) return isModels(cause) ? cause : undefined;
  }
  return undefined;
}

function isModels({ code }: AppError): boolean {
  return code.startsWith("model_") || code === "circuit_open";
}

function nameOf(model: BaseChatModel): string {
  const name = model.metadata?.[modelMetadataKeys.model];
  return typeof name === "string" ? name : "The next model";
}
