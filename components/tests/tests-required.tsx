"use client";

import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { listCases, requireTests } from "@/lib/api/contract/test-cases";

/** Whether publishing waits for the tests. */
export function TestsRequired({ agentId, required }: { agentId: string; required: boolean }) {
  const { can } = useMe();
  const change = useCall(requireTests, {
    refresh: [listCases],
    onError: (error) => toast.failed("The setting could not be changed", error),
  });
  return (
    <div className="rounded-lg border bg-card p-3">
      <ChoiceRow
        label="Publish only drafts that pass all tests"
        help="A draft that failed one, or was not tried as it is now, is refused with the names of the tests."
      >
        <Switch
          checked={required}
          disabled={change.isPending || !can("agent.publish")}
          onCheckedChange={(next) => change.mutate({ params: { id: agentId }, body: { required: next } })}
        />
      </ChoiceRow>
    </div>
  );
}
