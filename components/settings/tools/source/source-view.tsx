"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getSource } from "@/lib/api/contract/tools";
import { PendingChanges } from "./pending-changes";
import { SourceCard } from "./source-card";
import { ToolsCard } from "./tools-card";

/** A tool source: how it does, what waits for approval, and its tools. */
export function SourceView({ id }: { id: string }) {
  const query = useEndpoint(getSource, { params: { id } });
  return (
    <>
      <Link
        href="/settings/tools"
        className="inline-flex items-center gap-1 justify-self-start rounded-sm text-muted-foreground text-sm hover:text-foreground pointer-coarse:min-h-11"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Tool sources
      </Link>
      {query.data ? (
        <>
          <SourceCard source={query.data.source} />
          <PendingChanges source={query.data.source} tools={query.data.tools} />
          <ToolsCard tools={query.data.tools} />
        </>
      ) : null}
      {query.isPending ? (
        <Card>
          <SkeletonRows rows={6} label="Loading the tool source" />
        </Card>
      ) : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="The tool source could not be loaded"
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : null}
    </>
  );
}
