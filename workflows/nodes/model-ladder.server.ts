import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import type { Ability } from "@/workflows/catalogue/facts";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { slotOf } from "@/workflows/graph/model-slot";
import {
  type ModelLadderOf,
  type ModelVisit,
  modelMetadataKeys,
  type NodeServices,
} from "@/workflows/runtime/ports";
import type { AttachmentKind } from "./attachments";
import type { NodeContext } from "./execute";
import type { ModelChoice } from "./model-call.server";
import { roughTokens } from "./shorten.server";

/** What a node is about to ask of its models. */
export interface Asking {
  /** What the models are shown beside text. */
  shown?: readonly AttachmentKind[];
  needs?: readonly Ability[];
  /** What they are given, as far as it is known before. */
  messages?: BaseMessage[];
}

type Escalation = NonNullable<ModelLadderOf["escalate"]>;

/** A model whose turn has come, and the slot it stands behind. */
interface Rung {
  reference: string;
  slot?: string | undefined;
  escalate?: Escalation | undefined;
}

type Asker = Pick<NodeContext, "willRetry" | "log" | "runId" | "deadline" | "onBehalfOf"> &
  Partial<Pick<NodeContext, "person" | "attempt">>;

/**
 * The models of one visit, in the order in which they are asked. The next one is asked where the one before failed for
 * good: the node's retries come first, except after a failure that another attempt would meet again. Behind a slot that
 * escalates the next one is asked, too, where an answer does not fit or is not sure enough.
 */
export class ModelLadder {
  /** What the settings name, not looked behind yet. */
  private readonly unread: string[];
  private readonly rungs: Rung[] = [];
  /** The rung whose turn it is. */
  private at = 0;
  /** What is to be said of a model that a slot stands for. */
  private readonly reasons = new Map<string, string>();
  private readonly failures: AppError[] = [];
  /** What the trace has yet to hear before the next model is asked. */
  private untold: string | undefined;
  private readonly visit: ModelVisit;

  constructor(
    private readonly config: ModelChoice,
    private readonly services: NodeServices,
    private readonly context: Asker,
    private readonly asking: Asking = {},
  ) {
    this.unread = [config.model, ...config.fallbacks.map(({ model }) => model)];
    this.visit = visitOf(config, context, asking);
  }

  /** The first model that there is. @throws AppError model_not_configured */
  first(): Promise<BaseChatModel> {
    return this.ask(async (model) => model);
  }

  /**
   * Asks the models until one answers. Those that failed are not asked again in this visit.
   * @param weakness why an answer is not good enough where a better model could be asked. The last one's counts in any
   *   case, and where that fails, the one before.
   */
  async ask<Answer>(
    call: (model: BaseChatModel, escalation: Escalation | undefined) => Promise<Answer>,
    weakness: (answer: Answer, escalation: Escalation) => string | undefined = () => undefined,
  ): Promise<Answer> {
    let weak: { answer: Answer } | undefined;
    for (;;) {
      try {
        const { model, rung } = await this.resolve();
        this.tell(model);
        const answer = await call(model, rung.escalate);
        const why = rung.escalate && weakness(answer, rung.escalate);
        if (!why || !this.escalates()) return answer;
        weak = { answer };
        this.goOn(`${nameOf(model)} is not good enough here: ${why}`);
      } catch (error) {
        if (isMisfit(error) && this.escalates()) {
          this.goOn(error.message);
          continue;
        }
        const failure = modelFailure(error);
        if (!failure) throw error;
        if (weak && this.isLast()) {
          this.context.log("warn", `${failure.message} The answer of the model before it counts.`);
          return weak.answer;
        }
        if (this.isLast() || this.context.willRetry(failure)) throw this.summed(failure, error);
        this.failures.push(failure);
        this.goOn(failure.message);
      }
    }
  }

  private async resolve(): Promise<{ model: BaseChatModel; rung: Rung }> {
    const { temperature, maxTokens, reasoning, cachePrompt } = this.config;
    const { shown = [] } = this.asking;
    while (this.rungs.length <= this.at && this.unread.length > 0) await this.readNext();
    const rung = this.rungs[this.at] ?? { reference: this.config.model };
    const settings = {
      temperature,
      maxTokens,
      ...(reasoning && reasoning !== "default" && { reasoning }),
      ...(cachePrompt && { cachePrompt }),
      ...(shown.length > 0 && { shown }),
      ...(this.context.person !== undefined && { person: this.context.person }),
      // What did not do in the attempt before would not do now, and several samples of one answer are none.
      ...(((this.context.attempt ?? 1) > 1 || (this.config.samples ?? 1) > 1) && { fresh: true }),
    };
    const model = await this.services.models.resolve(rung.reference, settings, this.visit);
    this.explain(rung.reference, model);
    return { model, rung };
  }

  /** A slot gives way to its models. One that is not there stays: whoever resolves it says so. */
  private async readNext(): Promise<void> {
    const reference = this.unread.shift() ?? this.config.model;
    const behind = await this.services.models.ladder?.(reference, this.visit).catch(() => undefined);
    const slot = slotOf(reference);
    const references = behind?.references ?? [reference];
    this.rungs.push(...references.map((each) => ({ reference: each, slot, escalate: behind?.escalate })));
    const [first] = references;
    if (!behind || !first) return;
    const left = behind.left?.length ? ` Not asked: ${behind.left.join("; ")}.` : "";
    this.reasons.set(first, `“${slot}” stands for {}, ${behind.because}.${left}`);
  }

  /** Whether behind the same slot there is a model that can be asked for a better answer. */
  private escalates(): boolean {
    const [here, next] = this.rungs.slice(this.at, this.at + 2);
    return here?.escalate !== undefined && next !== undefined && next.slot === here.slot;
  }

  private isLast(): boolean {
    return this.unread.length === 0 && this.at + 1 >= this.rungs.length;
  }

  private goOn(why: string): void {
    this.at += 1;
    this.untold = why;
  }

  private explain(reference: string, model: BaseChatModel): void {
    const reason = this.reasons.get(reference);
    if (reason && this.reasons.delete(reference))
      this.context.log("info", reason.replace("{}", nameOf(model)));
  }

  private tell(model: BaseChatModel): void {
    if (this.untold === undefined) return;
    this.context.log("warn", `${this.untold} ${nameOf(model)} is asked instead.`);
    this.untold = undefined;
  }

  /** The last failure, and those of the models before it. */
  private summed(last: AppError, error: unknown): unknown {
    if (this.failures.length === 0) return error;
    const before = this.failures.map(({ message }) => message).join(" ");
    return new AppError(last.code, `${last.message} Before that: ${before}`, last.details, { cause: last });
  }
}

function visitOf(
  { maxTokens, reasoning }: ModelChoice,
  { runId, onBehalfOf, deadline, log }: Pick<NodeContext, "log" | "runId" | "deadline" | "onBehalfOf">,
  { shown = [], needs = [], messages }: Asking,
): ModelVisit {
  return {
    runId,
    onBehalfOf,
    deadline,
    log,
    needs: [
      ...needs,
      ...(shown.includes("image") ? (["images"] as const) : []),
      ...(shown.includes("file") ? (["files"] as const) : []),
      ...(reasoning && reasoning !== "default" ? (["reasoning"] as const) : []),
    ],
    answerTokens: maxTokens,
    ...(messages && { promptTokens: roughTokens(messages) }),
  };
}

function isMisfit(error: unknown): error is AppError {
  return isAppError(error) && error.code === "output_invalid";
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
