"use client";

import { ArrowLeftRight, Columns2 } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { useEndpoint } from "@/components/data/use-endpoint";
import { shortRunId } from "@/components/runs/short-run-id";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getRunTrace } from "@/lib/api/contract/trace";
import { ComparedPath } from "./compared-path";
import { ComparedResults } from "./compared-results";
import { ComparedTotals } from "./compared-totals";
import type { ComparedRuns } from "./side";

/** Two runs side by side: the path they took, what they came to, what they cost and took. */
export function CompareRuns() {
  const [{ a, b }, setSides] = useQueryStates({ a: parseAsString, b: parseAsString });
  if (!a || !b) return <NothingChosen />;
  return <Chosen key={`${a} ${b}`} a={a} b={b} onSwap={() => void setSides({ a: b, b: a })} />;
}

function Chosen({ a, b, onSwap }: { a: string; b: string; onSwap: () => void }) {
  const first = useEndpoint(getRunTrace, { params: { id: a } });
  const second = useEndpoint(getRunTrace, { params: { id: b } });
  useTabTitle(`Runs ${shortRunId(a)} and ${shortRunId(b)}`);
  const failed = [first, second].find(({ isError }) => isError);
  const lost = failed === first ? a : b;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid w-full max-w-6xl gap-6 px-4 py-4">
        <PageHeader
          title="Two runs side by side"
          actions={
            <Button size="sm" onClick={onSwap}>
              <ArrowLeftRight aria-hidden />
              Swap sides
            </Button>
          }
        />
        {failed ? (
          <ErrorState
            title={`Run ${shortRunId(lost)} could not be loaded`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
          />
        ) : first.data && second.data ? (
          <Compared runs={{ a: first.data, b: second.data }} />
        ) : (
          <SkeletonRows rows={8} label="Loading the runs" />
        )}
      </div>
    </div>
  );
}

function Compared({ runs }: { runs: ComparedRuns }) {
  return (
    <>
      <ComparedTotals runs={runs} />
      <ComparedResults runs={runs} />
      <ComparedPath runs={runs} />
    </>
  );
}

function NothingChosen() {
  return (
    <EmptyState
      as="h1"
      icon={Columns2}
      title="Choose two runs to compare"
      action={
        <Button asChild>
          <Link href="/runs">To the runs</Link>
        </Button>
      }
    >
      Open a run and choose “Compare with…”. Both then stand here side by side, visit by visit.
    </EmptyState>
  );
}
