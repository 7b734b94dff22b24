"use client";

import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { plural } from "@/components/ui/format/count";
import { Notice } from "@/components/ui/notice";
import { getConfigured } from "@/lib/api/contract/agents";
import { approveTools, getSource, listSources } from "@/lib/api/contract/tools";
import type { Source, SourceTool } from "../items";
import { partWords } from "../words";
import { ContractDiff } from "./contract-diff";

interface PendingChangesProps {
  source: Source;
  tools: readonly SourceTool[];
}

/** What its source changed since it was approved, to look at and approve. Refused until then. */
export function PendingChanges({ source, tools }: PendingChangesProps) {
  const mayManage = useMe().can("tool.manage");
  const approve = useCall(approveTools, { refresh: [getSource, listSources, getConfigured] });
  const waiting = tools.flatMap((tool) => (tool.pending ? [{ tool, pending: tool.pending }] : []));
  if (waiting.length === 0) return null;
  const approveThese = (chosen: typeof waiting) =>
    approve.mutate({
      params: { id: source.id },
      body: { tools: chosen.map(({ tool, pending }) => ({ id: tool.id, hash: pending.hash })) },
    });
  return (
    <Card>
      <CardHeader
        title={`${plural(waiting.length, "change")} to approve`}
        description="Agents can't use these tools until somebody has looked at what changed."
        actions={
          mayManage && waiting.length > 1 ? (
            <Button size="sm" busy={approve.isPending} onClick={() => approveThese(waiting)}>
              Approve all
            </Button>
          ) : undefined
        }
      />
      <CardBody>
        {approve.error ? <Notice tone="failed">{errorMessage(approve.error)}</Notice> : null}
        <ul className="grid gap-3">
          {waiting.map((each) => (
            <li key={each.tool.id} className="grid min-w-0 gap-2 rounded-md border p-3">
              <div className="flex flex-wrap items-center gap-2">
                <p className="min-w-0 flex-1 break-words">
                  <span className="font-medium font-mono text-xs">{each.tool.name}</span>{" "}
                  <span className="text-muted-foreground text-xs">
                    {each.pending.changed.map((part) => partWords[part]).join(", ")}
                  </span>
                </p>
                {mayManage ? (
                  <Button
                    size="sm"
                    disabled={approve.isPending}
                    aria-label={`Approve ${each.tool.name}`}
                    onClick={() => approveThese([each])}
                  >
                    Approve
                  </Button>
                ) : null}
              </div>
              <ContractDiff before={each.tool} after={each.pending} />
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
