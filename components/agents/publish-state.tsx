import { Status } from "@/components/ui/status";
import type { AgentSummary } from "@/lib/api/contract/agents";

/** Which version answers callers, and whether the draft has moved on since. */
export function PublishState({ agent }: { agent: AgentSummary }) {
  if (agent.liveVersion === null) return <Status tone="neutral" label="Draft" />;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Status tone="done" label={`v${agent.liveVersion} live`} />
      {agent.changedSinceLive ? <span className="text-muted-foreground">· draft changed</span> : null}
    </span>
  );
}
