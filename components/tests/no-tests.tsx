"use client";

import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TestLines } from "./test-lines";

/** Where an agent has no tests yet: where they come from. */
export function NoTests({ agentId }: { agentId: string }) {
  return (
    <EmptyState
      icon={FlaskConical}
      title="No tests yet"
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <Button asChild variant="primary">
            <Link href={`/agents/${agentId}/runs`}>Choose a run</Link>
          </Button>
          <TestLines agentId={agentId} hasCases={false} />
        </span>
      }
    >
      Tests come from runs. Open one that did well and choose “Add to tests”: its input and its result are
      kept, with all it got from outside, so that the test runs in no time and costs nothing.
    </EmptyState>
  );
}
