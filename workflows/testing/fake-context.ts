import type { EventBody, InterruptAnswer, InterruptPayload } from "@/workflows/events/event";
import type { Channel } from "@/workflows/graph/channel";
import { jsonSchema } from "@/workflows/graph/json";
import type { NodeContext } from "@/workflows/nodes/execute";
import type { ChildReport } from "@/workflows/runtime/ports";

export interface FakeContext extends NodeContext {
  logs: string[];
  /** Pauses that were asked for; each was answered at once. */
  pauses: InterruptPayload[];
  /** What was told of called runs. */
  reports: ChildReport[];
}

/** A node visit outside of LangGraph. A pause is answered by `answer`, or by its first choice. */
export function fakeContext(
  more: {
    channels?: Record<string, Channel>;
    answer?: InterruptAnswer;
    depth?: number;
    willRetry?: (error: unknown) => boolean;
  } = {},
): FakeContext {
  const logs: string[] = [];
  const pauses: InterruptPayload[] = [];
  const reports: ChildReport[] = [];
  return {
    nodeId: "node",
    visit: 1,
    attempt: 1,
    runId: "run_1",
    threadId: "thread_1",
    depth: more.depth ?? 0,
    channels: more.channels ?? {},
    signal: new AbortController().signal,
    config: {},
    callKey: (call) => `run_1:node:1:${call}`,
    willRetry: more.willRetry ?? (() => false),
    // As if all that went in came out again, under every name.
    runInside: async (given) => ({ values: given }),
    runEach: async ({ items, collect }) =>
      items.map(({ given }, index) => ({
        index,
        value: jsonSchema.parse(given[collect] ?? given.item ?? null),
      })),
    interrupt: (payload) => {
      pauses.push(payload);
      return more.answer ?? { answer: payload.answers[0]?.id ?? "" };
    },
    report: (report) => void reports.push(report),
    log: (level: Extract<EventBody, { type: "log" }>["data"]["level"], message) =>
      logs.push(`${level}: ${message}`),
    logs,
    pauses,
    reports,
  };
}
