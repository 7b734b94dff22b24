import { errorMessage } from "@/components/ui/error-message";
import { formatDuration } from "@/components/ui/format/duration";
import { Notice } from "@/components/ui/notice";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { testConnection } from "@/lib/api/contract/models";

interface TestOutcomeProps {
  outcome: CallOutput<typeof testConnection> | undefined;
  /** The test itself could not be made. */
  error: Error | null;
}

/** What a real call through a connection came to; a refusal in the provider's own words. */
export function TestOutcome({ outcome, error }: TestOutcomeProps) {
  if (error) {
    return (
      <Notice tone="failed" title="The test could not be made">
        {errorMessage(error)}
      </Notice>
    );
  }
  if (!outcome) return null;
  if (outcome.ok) {
    const time = outcome.latencyMs === null ? "" : ` in ${formatDuration(outcome.latencyMs)}`;
    return <Notice tone="done">{`${outcome.model} answered${time}.`}</Notice>;
  }
  return (
    <Notice tone="failed" title={`${outcome.model} did not answer`}>
      <p className="whitespace-pre-wrap break-words font-mono text-xs">{outcome.error}</p>
      {outcome.hint ? <p className="mt-1.5">{outcome.hint}</p> : null}
    </Notice>
  );
}
