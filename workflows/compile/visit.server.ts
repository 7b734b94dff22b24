import type { RunnableConfig } from "@langchain/core/runnables";
import { interrupt, isGraphInterrupt, type LangGraphRunnableConfig, RunControl } from "@langchain/langgraph";
import { isWorthRetrying } from "@/workflows/errors/worth-retrying";
import {
  type EventBody,
  type InterruptAnswer,
  type InterruptPayload,
  interruptAnswerSchema,
  interruptPayloadSchema,
} from "@/workflows/events/event";
import { nodeSpanId, visitPlace } from "@/workflows/events/visit-place";
import type { NodeContext } from "@/workflows/nodes/execute";
import { VisitRecorder } from "@/workflows/recording/visit-recorder.server";
import type { ChildReport } from "@/workflows/runtime/ports";
import type { GraphPlan, PlanNode } from "./plan-types";
import { itemsMetadataKey, type RunBinding, runBindingKey, spanMetadataKeys } from "./run-binding";
import { sameNamespace } from "./same-namespace";

/** One visit of a node in one run: where it is, and how its facts reach the trace. */
export interface Visit {
  binding: RunBinding;
  /** Ids of the entries of lists that it belongs to, outermost first. */
  ns: string[];
  /** Where it is counted: the node's address, below those entries. */
  place: string;
  number: number;
  spanId: string;
  taskId: string;
  /** Counts from 1. */
  attempt: number;
  /** Of what it gets from outside, where the run is recorded or played back. */
  recorder: VisitRecorder | undefined;
  emit: (body: Parameters<RunBinding["emit"]>[0]) => void;
}

export function visitOf(planNode: PlanNode, taskId: string, config: LangGraphRunnableConfig): Visit {
  const binding = bindingOf(config);
  const { address } = planNode;
  const ns = (binding.items ?? []).map(({ id }) => id);
  const place = visitPlace(ns, address);
  const number = binding.visitOf(place, taskId);
  const emit: Visit["emit"] = (body) => binding.emit(body, { node: address, visit: number, ns });
  const { runId, threadId, recording } = binding;
  return {
    binding,
    ns,
    place,
    number,
    spanId: nodeSpanId(place, number),
    taskId,
    attempt: config.executionInfo?.nodeAttempt ?? 1,
    recorder: recording && new VisitRecorder(recording, { runId, threadId, place, number, emit }),
    emit,
  };
}

export function contextOf(
  plan: GraphPlan,
  planNode: PlanNode,
  visit: Visit,
  config: LangGraphRunnableConfig,
  inside: Pick<NodeContext, "runInside" | "runEach">,
): NodeContext {
  const { binding } = visit;
  const items = binding.items?.map(({ place }) => place);
  return {
    nodeId: planNode.address,
    visit: visit.number,
    attempt: visit.attempt,
    runId: binding.runId,
    threadId: binding.threadId,
    depth: binding.depth,
    onBehalfOf: binding.onBehalfOf,
    person: binding.person,
    channels: plan.channels,
    signal: config.signal ?? new AbortController().signal,
    deadline: deadlineOf(planNode),
    config: traced(planNode, visit, config),
    callKey: (call) => `${binding.runId}:${visit.place}:${visit.number}:${call}`,
    ...inside,
    willRetry: (error) => willRetry(planNode, visit, error),
    interrupt: (request) => {
      const ask = () => interruptAnswerSchema.parse(interrupt(items ? { ...request, items } : request));
      return visit.recorder ? answerOf(visit.recorder, request, ask) : ask();
    },
    report: (report, parentSpanId = visit.spanId) => visit.emit(childEvent(report, parentSpanId)),
    log: (level, message) => visit.emit({ type: "log", data: { level, message } }),
  };
}

/** In a replay nobody is asked: what people, clocks and called runs answered then is given back. */
function answerOf(
  recorder: VisitRecorder,
  request: InterruptPayload,
  ask: () => InterruptAnswer,
): InterruptAnswer {
  const { kind = "human", message, wakeAt: _wakeAt, childRunId: _childRunId, ...asked } = request;
  const call = {
    kind: "answer" as const,
    target: kind,
    request: { message, ...asked },
    asked: () => message,
  };
  return recorder.value(call, ask, {
    write: (answer) => answer,
    read: (json) => interruptAnswerSchema.parse(json),
  });
}

function deadlineOf({ node }: PlanNode): number | undefined {
  const { timeoutMs } = node.policy;
  return timeoutMs === undefined ? undefined : Date.now() + timeoutMs;
}

/** Whether the node's policy makes another attempt after this failure of this one. */
export function willRetry(planNode: PlanNode, visit: Visit, error: unknown): boolean {
  const attempts = planNode.node.policy.retry?.maxAttempts ?? 1;
  return visit.attempt < attempts && isWorthRetrying(error);
}

/** A called run is a span below the visit or the tool call that called it, under its own id. */
function childEvent(report: ChildReport, parentSpanId: string): EventBody {
  const span = { spanId: report.data.runId, parentSpanId };
  if (report.type === "child.started") return { type: report.type, data: { ...span, ...report.data } };
  return { type: report.type, data: { ...span, ...report.data } };
}

/** Pauses of this visit, not of a graph inside it, reach the trace with LangGraph's own id, by which they are answered. */
export function emitInterrupts(visit: Visit, error: unknown): void {
  if (!(error instanceof Error) || !isGraphInterrupt(error)) return;
  for (const { id, value } of error.interrupts) {
    const payload: InterruptPayload = interruptPayloadSchema.parse(value);
    visit.emit({ type: "node.interrupted", data: { spanId: visit.spanId, interruptId: id ?? "", payload } });
  }
}

/** With a control of its own: a run makes way between its steps, not inside a visit, whose work would be lost. */
function traced(planNode: PlanNode, visit: Visit, config: LangGraphRunnableConfig): RunnableConfig {
  const place = {
    [spanMetadataKeys.span]: visit.spanId,
    [spanMetadataKeys.node]: planNode.address,
    [spanMetadataKeys.visit]: visit.number,
    ...(visit.ns.length > 0 && { [itemsMetadataKey]: visit.ns }),
  };
  const callbacks = visit.binding.callbacks ?? config.callbacks;
  const inner = {
    ...config,
    configurable: sameNamespace(config.configurable),
    callbacks,
    metadata: { ...config.metadata, ...place },
    control: new RunControl(),
  };
  return inner;
}

/** The run that this visit belongs to. */
export function bindingOf(config: LangGraphRunnableConfig): RunBinding {
  const binding: unknown = config.configurable?.[runBindingKey];
  if (isBinding(binding)) return binding;
  throw new Error(`A graph runs only with a run binding under configurable.${runBindingKey}.`);
}

function isBinding(value: unknown): value is RunBinding {
  return typeof value === "object" && value !== null && "emit" in value && "visitOf" in value;
}
