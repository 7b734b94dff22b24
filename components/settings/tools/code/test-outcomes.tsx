import { CircleCheck, CircleX } from "lucide-react";
import { plural } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import type { TestOutcome } from "@/lib/api/contract/code-tools";

/** How each test of a tool went. */
export function TestOutcomes({ outcomes }: { outcomes: readonly TestOutcome[] }) {
  const failed = outcomes.filter(({ passed }) => !passed).length;
  if (outcomes.length === 0) {
    return <p className="text-muted-foreground text-sm">There is no test yet. Add one below the code.</p>;
  }
  return (
    <section aria-label="Outcome of the tests" className="grid gap-2">
      <p role="status" className="font-medium text-sm">
        {failed === 0
          ? `${plural(outcomes.length, "test")} passed`
          : `${failed} of ${plural(outcomes.length, "test")} failed`}
      </p>
      <ul className="divide-y rounded-md border bg-card">
        {outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tests may share a name
          <Outcome key={index} outcome={outcome} />
        ))}
      </ul>
    </section>
  );
}

function Outcome({
  outcome: { name, passed, problem, result, error, logs, durationMs },
}: {
  outcome: TestOutcome;
}) {
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <li className="grid gap-1 px-3 py-2 text-sm">
      <span className="flex items-center gap-2">
        <Icon
          aria-label={passed ? "Passed" : "Failed"}
          className={passed ? "size-4 shrink-0 text-done-ink" : "size-4 shrink-0 text-failed-ink"}
        />
        <span className="min-w-0 flex-1 break-words">{name}</span>
        <span className="text-muted-foreground text-xs tabular-nums">{formatDuration(durationMs)}</span>
      </span>
      {problem ? <p className="break-words pl-6 text-failed-ink text-xs">{problem}</p> : null}
      {passed ? (
        <p className="break-all pl-6 font-mono text-muted-foreground text-xs">
          {error ?? JSON.stringify(result)}
        </p>
      ) : null}
      {logs.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beyond their place
        <p key={index} className="break-all pl-6 font-mono text-muted-foreground text-xs">
          {`› ${line}`}
        </p>
      ))}
    </li>
  );
}
