import { AsyncLocalStorage } from "node:async_hooks";

/** The run that is being worked on, as logs and outgoing calls name it. */
export interface CurrentRun {
  runId: string;
  threadId: string;
  workspaceId: string;
  agentId: string;
  traceId: string;
  /** What services that it calls are told of the trace; null: nothing. */
  outgoing: Outgoing | null;
}

export interface Outgoing {
  sampled: boolean;
  /** `tracestate` as it came. */
  state?: string | undefined;
  /** The caller's span: nobody is told of ours, so it is handed on as it came. */
  passOn?: string | undefined;
}

interface Current {
  run: CurrentRun;
  /** The span that is at work, by the id that it has in the run. */
  spanId?: string | undefined;
}

const current = new AsyncLocalStorage<Current>();

/** Makes everything that happens inside part of a run. */
export function duringRun<Result>(run: CurrentRun, work: () => Result): Result {
  return current.run({ run }, work);
}

/** Makes everything that happens inside part of a span, where it is part of a run. */
export function duringSpan<Result>(spanId: string | undefined, work: () => Result): Result {
  const store = current.getStore();
  return store && spanId !== undefined ? current.run({ run: store.run, spanId }, work) : work();
}

/** What is at work here; nothing outside of runs. */
export function currentSpan(): Current | undefined {
  return current.getStore();
}
