import type { InterruptView, RunView, Span } from "@/workflows/events/run-view";
import type { Telling } from "./run-facts";
import { known, type TelemetryEvent } from "./telemetry-span";

/** What happened during a span: pauses, their answers, and attempts that failed. */
export function eventsOf({ id, attempts = [] }: Span, view: RunView, telling: Telling): TelemetryEvent[] {
  const paused = view.interrupts.filter(({ spanId }) => spanId === id);
  const failed = attempts.map(({ ts, attempt, problem, willRetry }) => ({
    // https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-spans/
    name: "exception",
    ms: ts,
    attributes: known({
      "exception.type": problem.code,
      "exception.message": telling.content ? problem.message : undefined,
      "signalbox.attempt": attempt,
      "signalbox.will_retry": willRetry,
    }),
  }));
  return [...paused.flatMap((pause) => pauseEvents(pause, telling)), ...failed].sort(
    (one, other) => one.ms - other.ms,
  );
}

function pauseEvents(
  { id, payload, startedAt, answer, answeredAt }: InterruptView,
  { content }: Telling,
): TelemetryEvent[] {
  const attributes = {
    "signalbox.interrupt.id": id,
    "signalbox.interrupt.kind": payload.kind ?? "human",
  };
  const asked = {
    name: "signalbox.interrupt",
    ms: startedAt,
    attributes: known({
      ...attributes,
      "signalbox.interrupt.message": content ? payload.message : undefined,
    }),
  };
  if (!answer || answeredAt === undefined) return [asked];
  return [asked, { name: "signalbox.interrupt.answered", ms: answeredAt, attributes }];
}
