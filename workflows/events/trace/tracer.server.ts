import { BaseCallbackHandler } from "@langchain/core/callbacks/base";
import type { Serialized } from "@langchain/core/load/serializable";
import type { BaseMessage } from "@langchain/core/messages";
import { isBaseMessage, isToolMessage } from "@langchain/core/messages";
import type { LLMResult } from "@langchain/core/outputs";
import { isGraphInterrupt } from "@langchain/langgraph";
import { z } from "zod";
import { runProblem } from "@/workflows/compile/node-problem.server";
import type { RunBinding } from "@/workflows/compile/run-binding";
import { wasPlayed } from "@/workflows/recording/recorded-answer.server";
import { modelMetadataKeys, type PriceGateway } from "@/workflows/runtime/ports";
import type { KeptFrom } from "../event";
import { httpExchangeSchema } from "../http-exchange";
import { toPlainMessage } from "../plain-message.server";
import type { Usage } from "../usage";
import { httpEvent } from "./http-event";
import { type KeptMark, keptMarkOf } from "./kept-mark.server";
import { modelRequestOf } from "./model-request.server";
import { type Place, placeOf } from "./place.server";
import { responseOf } from "./response.server";
import { toolArgs, toolName, toolResult } from "./tool-call.server";
import { finishReasonOf, usageOf } from "./usage.server";

export interface TracerOptions {
  binding: Pick<RunBinding, "emit">;
  /** Asked for at the first model call: runs without one need no prices, and loading them costs no call its time. */
  prices(): Promise<PriceGateway>;
  /** A promise to wait for when events come faster than they can be stored. */
  pressure?(): Promise<void> | undefined;
}

const unknownPrices: PriceGateway = { price: () => null };

interface OpenCall {
  place: Place | undefined;
  provider: string;
  model: string;
}

/** Turns LangChain's callbacks of one run into its model and tool events. Give it to the graph's config. */
export class Tracer extends BaseCallbackHandler {
  readonly name = "signalbox_tracer";
  /** Makes `invoke` stream, so that tokens are seen as they come. */
  readonly lc_prefer_streaming = true;
  private readonly models = new Map<string, OpenCall>();
  private readonly tools = new Map<string, Place | undefined>();
  private prices: Promise<PriceGateway> | undefined;

  constructor(private readonly options: TracerOptions) {
    // Awaited, so that events keep their order and a slow store slows the producer down.
    super({ ignoreChain: true, ignoreRetriever: true, _awaitHandler: true });
  }

  override handleChatModelStart(
    _model: Serialized,
    messages: BaseMessage[][],
    id: string,
    parentId?: string,
    extra?: Record<string, unknown>,
    _tags?: string[],
    metadata?: Record<string, unknown>,
  ): void {
    const place = placeOf(metadata);
    const call = {
      place,
      provider: named(metadata, modelMetadataKeys.provider, "ls_provider"),
      model: named(metadata, modelMetadataKeys.model, "ls_model_name"),
    };
    this.models.set(id, call);
    void this.loadPrices();
    const plain = (messages[0] ?? []).map(toPlainMessage);
    const { provider, model } = call;
    const request = modelRequestOf(extra);
    this.emit(
      {
        type: "model.started",
        data: {
          ...this.span(id, parentId, place),
          provider,
          model,
          messages: plain,
          ...(request && { request }),
        },
      },
      place,
    );
  }

  override handleLLMNewToken(
    text: string,
    index: { completion: number },
    id: string,
  ): Promise<void> | undefined {
    if (!text || index.completion > 0) return undefined;
    this.emit({ type: "model.delta", data: { spanId: id, text } }, this.models.get(id)?.place);
    return this.options.pressure?.();
  }

  override async handleLLMEnd(output: LLMResult, id: string, parentId?: string): Promise<void> {
    const call = this.models.get(id);
    const generation = output.generations[0]?.[0];
    if (!call || !generation) return;
    this.models.delete(id);
    const message =
      "message" in generation && isBaseMessage(generation.message) ? generation.message : undefined;
    const usage = message ? usageOf(message) : null;
    const finishReason = message && finishReasonOf(message);
    const mark = message && keptMarkOf(message);
    const played = message !== undefined && wasPlayed(message);
    const prices = await this.loadPrices();
    const price = usage && !mark ? prices.unit?.(call.provider, call.model) : undefined;
    const response = message && responseOf(message);
    const cost = (used: Usage | null) => used && prices.price(call.provider, call.model, used);
    this.emit(
      {
        type: "model.finished",
        data: {
          ...this.span(id, parentId, call.place),
          provider: call.provider,
          model: call.model,
          message: message ? toPlainMessage(message) : { role: "assistant", content: generation.text },
          usage,
          costMicros: mark || played ? 0 : cost(usage),
          ...(price && { price }),
          ...(finishReason && { finishReason }),
          ...(response && { response }),
          ...(mark && { kept: keptFrom(mark, cost(mark.usage)) }),
          ...(played && { played }),
        },
      },
      call.place,
    );
  }

  private loadPrices(): Promise<PriceGateway> {
    // A call whose price cannot be read has an unknown cost; its answer is not lost for that.
    this.prices ??= this.options.prices().catch(() => unknownPrices);
    return this.prices;
  }

  override handleLLMError(error: unknown, id: string, parentId?: string): void {
    const place = this.models.get(id)?.place;
    this.models.delete(id);
    this.emit(
      { type: "model.failed", data: { ...this.span(id, parentId, place), problem: runProblem(error) } },
      place,
    );
  }

  override handleToolStart(
    tool: Serialized,
    input: string,
    id: string,
    parentId?: string,
    _tags?: string[],
    metadata?: Record<string, unknown>,
    runName?: string,
    toolCallId?: string,
  ): void {
    const place = placeOf(metadata);
    this.tools.set(id, place);
    const data = {
      ...this.span(id, parentId, place),
      name: toolName(tool, runName),
      args: toolArgs(input),
      ...(toolCallId && { toolCallId }),
    };
    this.emit({ type: "tool.started", data }, place);
  }

  override handleToolEnd(output: unknown, id: string, parentId?: string): void {
    const place = this.tools.get(id);
    this.tools.delete(id);
    const span = this.span(id, parentId, place);
    if (isBaseMessage(output) && isToolMessage(output) && output.status === "error") {
      const problem = { code: "tool_failed", message: output.text };
      this.emit({ type: "tool.failed", data: { ...span, problem } }, place);
    } else {
      this.emit({ type: "tool.finished", data: { ...span, result: toolResult(output) } }, place);
    }
  }

  override handleToolError(error: unknown, id: string, parentId?: string): void {
    const place = this.tools.get(id);
    this.tools.delete(id);
    // A pause inside: the call is made again when it is over.
    if (error instanceof Error && isGraphInterrupt(error)) return;
    this.emit(
      { type: "tool.failed", data: { ...this.span(id, parentId, place), problem: runProblem(error) } },
      place,
    );
  }

  /** HTTP calls are not LangChain's own: whoever makes one tells of it. */
  override handleCustomEvent(
    name: string,
    data: unknown,
    _id: string,
    _tags?: string[],
    metadata?: Record<string, unknown>,
  ): void {
    const told = name === httpEvent ? toldHttpSchema.safeParse(data).data : undefined;
    if (!told) return;
    const { spanId, parentId, ms, exchange } = told;
    const place = placeOf(metadata);
    this.emit(
      { type: "http.finished", data: { ...this.span(spanId, parentId, place), ms, exchange } },
      place,
    );
  }

  /** A call made inside another call hangs below that; every other call hangs below the node's visit. */
  private span(id: string, parentId: string | undefined, place: Place | undefined) {
    const nested = parentId !== undefined && (this.tools.has(parentId) || this.models.has(parentId));
    const parentSpanId = nested ? parentId : place?.spanId;
    return { spanId: id, ...(parentSpanId && { parentSpanId }) };
  }

  private emit(body: Parameters<RunBinding["emit"]>[0], place: Place | undefined): void {
    this.options.binding.emit(body, place ? { node: place.node, visit: place.visit, ns: place.ns } : {});
  }
}

const toldHttpSchema = z.object({
  spanId: z.string(),
  parentId: z.string().optional(),
  ms: z.number().min(0),
  exchange: httpExchangeSchema,
});

function keptFrom({ usage: _usage, ...mark }: KeptMark, savedMicros: number | null): KeptFrom {
  return { ...mark, savedMicros };
}

function named(metadata: Record<string, unknown> | undefined, ...keys: string[]): string {
  const found = keys.map((key) => metadata?.[key]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "unknown";
}
