import { wakeTime } from "@/components/approvals/wake-time";
import type { Tone } from "@/components/ui/tone";
import type { RunSummary } from "@/lib/api/contract/runs";
import { asksPerson } from "@/workflows/events/asks";
import type { RunView } from "@/workflows/events/run-view";
import { runStatusTones, runStatusWords } from "./run-status-words";

/** What a run's standing is told from. */
export type Standing = Pick<RunSummary, "status" | "held" | "runAfter" | "waitsFor">;

export interface StandingWords {
  tone: Tone;
  label: string;
  /** It does nothing and needs nobody. */
  rests: boolean;
  /** Why or for what it waits. */
  detail?: string;
  /** The moment that belongs behind the detail: ISO 8601. */
  time?: string;
  /** The run that it waits for. */
  runId?: string;
}

/** How a run is doing, and what it waits for if it does. Amber is for what people are asked, and for nothing else. */
export function runStanding({ status, held, runAfter, waitsFor }: Standing): StandingWords {
  const plain = { tone: runStatusTones[status], label: runStatusWords[status], rests: false };
  if (status === "pending") {
    if (held === "time") {
      return {
        ...plain,
        label: "Scheduled",
        rests: true,
        detail: "Starts",
        ...(runAfter && { time: runAfter }),
      };
    }
    if (held === "thread")
      return { ...plain, label: "In line", rests: true, detail: "After its conversation" };
    return held === "limit"
      ? { ...plain, label: "Held", rests: true, detail: "Until a limit allows it" }
      : plain;
  }
  if (status !== "interrupted" || !waitsFor) return plain;
  const { people, until, runId, events } = waitsFor;
  if (people > 0) return { ...plain, detail: people === 1 ? "For a person" : `For ${people} answers` };
  const rests = { ...plain, tone: "running", rests: true } as const;
  if (until !== null) return { ...rests, detail: "Goes on", time: until };
  if (runId !== null) return { ...rests, detail: "For a called run", runId };
  return events > 0 ? { ...rests, detail: "For another system" } : plain;
}

/** The standing of a run that is followed: what its events say is newer than what was read with the run. */
export function standingOf(view: RunView, run: Standing | null): Standing {
  return {
    status: view.status,
    held: run?.held ?? null,
    runAfter: run?.runAfter ?? null,
    waitsFor: waitsForOf(view),
  };
}

function waitsForOf({ status, interrupts }: RunView): Standing["waitsFor"] {
  if (status !== "interrupted") return null;
  const open = interrupts.filter(({ answer }) => !answer);
  const times = open.flatMap(({ payload, startedAt }) =>
    payload.kind === "timer" ? (wakeTime(payload, startedAt) ?? []) : [],
  );
  return {
    people: open.filter(({ payload }) => asksPerson(payload)).length,
    until: times.length > 0 ? new Date(Math.min(...times)).toISOString() : null,
    runId: open.find(({ payload }) => payload.childRunId)?.payload.childRunId ?? null,
    events: open.filter(({ payload }) => payload.kind === "event").length,
  };
}
