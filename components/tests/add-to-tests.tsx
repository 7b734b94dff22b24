"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { createCase, listCases } from "@/lib/api/contract/test-cases";

/** Makes a case of a run, or of the visit that a span belongs to, and opens it. */
export function AddToTests({ runId, span }: { runId: string; span?: string }) {
  const router = useRouter();
  const { can } = useMe();
  const create = useCall(createCase, {
    refresh: [listCases],
    onSuccess: ({ agentId, id, name }) => {
      toast.done("Added to the tests", name);
      router.push(`/agents/${agentId}/tests?case=${id}`);
    },
    onError: (error) => toast.failed("No test was made", error),
  });
  if (!can("agent.edit")) return null;
  return (
    <Button
      size="sm"
      busy={create.isPending}
      onClick={() => create.mutate({ params: { id: runId }, body: span === undefined ? {} : { span } })}
    >
      <FlaskConical aria-hidden />
      Add to tests
    </Button>
  );
}
