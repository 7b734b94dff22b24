import Link from "next/link";
import { shortRunId } from "@/components/runs/short-run-id";
import type { RunOrigin } from "@/workflows/events/run-origin";
import { compareHref } from "./compare/compare-href";
import type { Fact } from "./detail/facts";

const kindWords: Record<RunOrigin["kind"], string> = {
  fork: "Fork of",
  rerun: "Run again from",
  replay: "Replay of",
  case: "Test",
};

/** Which run a run came from, and where in it. */
export function originFact(
  agentId: string,
  { kind, runId, nodeId, caseId }: RunOrigin,
  titleOf: (nodeId: string) => string,
): Fact {
  if (kind === "case") {
    return {
      label: kindWords.case,
      value: (
        <Link href={`/agents/${agentId}/tests?case=${caseId}`} className="underline underline-offset-2">
          its case
        </Link>
      ),
    };
  }
  return {
    label: kindWords[kind],
    value: (
      <Link href={`/runs/${runId}`} className="underline underline-offset-2">
        {`run ${shortRunId(runId)}${nodeId ? ` at ${titleOf(nodeId)}` : ""}`}
      </Link>
    ),
  };
}

/** The run beside the one that it came from. */
export function compareWithOrigin(run: { id: string; origin: RunOrigin | null }): string | null {
  return run.origin?.runId ? compareHref(run.origin.runId, run.id) : null;
}
