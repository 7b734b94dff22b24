"use client";

import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { getRun } from "@/lib/api/contract/runs";
import type { RunView } from "@/workflows/events/run-view";
import { Section, ValueSection } from "../detail/section";
import { sizeWords } from "../files/size-words";

interface RunValueProps {
  view: RunView;
  part: "input" | "output";
  title: string;
}

/** What a run was given or came to. A very large value is read when somebody asks for it. */
export function RunValue({ view, part, title }: RunValueProps) {
  const [wanted, setWanted] = useState(false);
  const left = view.left?.[part];
  const run = useEndpoint(getRun, { params: { id: view.runId } }, { enabled: wanted && left !== undefined });
  if (!left) return <ValueSection title={title} value={view[part]} />;
  if (run.data) return <ValueSection title={title} value={run.data[part]} />;
  return (
    <Section title={title}>
      {run.isError ? (
        <ErrorState
          title={`${title} could not be loaded`}
          error={run.error}
          onRetry={() => void run.refetch()}
        />
      ) : (
        <p className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs">
          {`${sizeWords(left.chars)} of JSON`}
          <Button size="sm" busy={wanted && run.isPending} onClick={() => setWanted(true)}>
            Show all
          </Button>
        </p>
      )}
    </Section>
  );
}
