"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { tryModelCall } from "@/lib/api/contract/trace";
import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { Answers } from "./answers";
import { ApplyBar } from "./apply-bar";
import type { Changed } from "./apply-changes";
import { CallForm } from "./call-form";

export interface WhatIfProps {
  runId: string;
  agentId: string;
  document: GraphDocument;
  /** The call with all its values. */
  span: Span;
}

/** One model call, made again with other words, another model or other settings; its answers beside the first one. */
export function WhatIf({ runId, agentId, document, span }: WhatIfProps) {
  const [tried, setTried] = useState<Changed | null>(null);
  const call = useCall(tryModelCall);
  const ask = ({ times, ...changed }: Changed & { times: number }) => {
    setTried(changed);
    call.mutate({
      params: { id: runId },
      body: { ...changed, messages: [...changed.messages], span: span.id, times },
    });
  };
  return (
    <div className="grid min-w-0 gap-5 p-4">
      <CallForm span={span} document={document} asking={call.isPending} onAsk={ask} />
      {call.isPending ? <SkeletonRows rows={3} label="Waiting for the answers" /> : null}
      {call.isError ? <ErrorState title="The model could not be asked" error={call.error} /> : null}
      {call.data && tried ? (
        <>
          <Answers before={span} answers={call.data.answers} />
          {span.nodeId ? (
            <ApplyBar agentId={agentId} nodeId={span.nodeId} asked={span.messages ?? []} changed={tried} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
