import { Status } from "@/components/ui/status";
import type { RunStatus } from "@/workflows/events/run-status";
import { runStanding, type Standing } from "./run-standing";
import { runStatusTones, runStatusWords } from "./run-status-words";

/** How a run is doing, in the product's words, where no more than its status is known. */
export function RunStatusBadge({ status }: { status: RunStatus }) {
  return <Status tone={runStatusTones[status]} label={runStatusWords[status]} />;
}

/** The same, with what a run that has not begun or rests is waiting for told apart. */
export function RunStandingBadge({ run }: { run: Standing }) {
  const { tone, label, rests } = runStanding(run);
  return <Status tone={tone} label={label} rests={rests} />;
}
