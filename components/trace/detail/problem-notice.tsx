import { Notice } from "@/components/ui/notice";
import type { RunProblem } from "@/workflows/events/event";

/** What failed, in its own words, and what to do about it. */
export function ProblemNotice({ problem, title = "Failed" }: { problem: RunProblem; title?: string }) {
  return (
    <Notice tone="failed" title={title}>
      <p className="whitespace-pre-wrap">{problem.message}</p>
      {problem.hint ? <p className="mt-1">{problem.hint}</p> : null}
      <p className="mt-1 font-mono text-2xs">{problem.code}</p>
    </Notice>
  );
}
