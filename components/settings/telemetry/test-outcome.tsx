import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

interface TestOutcomeProps {
  outcome: { ok: boolean; message: string; traceId: string; ms: number };
}

/** What the receiver said to a test trace. */
export function TestOutcome({ outcome: { ok, message, traceId, ms } }: TestOutcomeProps) {
  if (!ok) return <Notice tone="failed">The test trace was not taken. {message}</Notice>;
  return (
    <Notice tone="done">
      <span className="flex flex-wrap items-center gap-x-1">
        The receiver took the test trace after {ms} ms. {message} Look for it by its id:{" "}
        <code className="break-all">{traceId}</code>
        <CopyButton label="Copy trace id" value={traceId} />
      </span>
    </Notice>
  );
}
