"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { useCallback } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { listVersions } from "@/lib/api/contract/agents";
import { useAgent } from "../../agent-context";
import type { Change } from "../changes/changes";
import type { VersionItem } from "../list/version-row";
import { CompareBar } from "./compare-bar";
import { CompareView } from "./compare-view";
import { useComparedSides } from "./use-compared-sides";
import { useComparison } from "./use-comparison";
import { useStepKeys } from "./use-step-keys";

/** Any two graphs of an agent beside each other, by default what is live and the draft. */
export function CompareScreen() {
  const { agent } = useAgent();
  const { data, error, refetch, isFetching } = useEndpoint(listVersions, { params: { id: agent.id } });
  if (data) return data.items.length > 0 ? <Compared versions={data.items} /> : <NothingYet />;
  if (!error) return <SkeletonRows rows={8} label="Loading versions" />;
  return (
    <ErrorState
      title="The versions could not be loaded"
      error={error}
      onRetry={() => void refetch()}
      retrying={isFetching}
    />
  );
}

const none: readonly Change[] = [];

function Compared({ versions }: { versions: readonly VersionItem[] }) {
  const start = versions.find(({ live }) => live) ?? versions[0];
  const { from, to, item, setFrom, setTo, swap, choose } = useComparedSides({
    from: start?.number ?? "draft",
    to: "draft",
  });
  const comparison = useComparison(from, to);
  const changes = comparison.kind === "ready" ? comparison.changes : none;
  const named = changes.find(({ key }) => key === item);
  const chosen = named ?? changes[0];
  const step = useCallback(
    (by: 1 | -1) => {
      const at = changes.findIndex((change) => change.key === chosen?.key);
      const change = changes[(at + by + changes.length) % changes.length];
      if (change) choose(change.key);
    },
    [changes, chosen, choose],
  );
  useStepKeys(step);
  return (
    <div className="h-full overflow-y-auto">
      <div className="flex min-h-0 flex-col lg:h-full">
        <CompareBar
          versions={versions}
          from={from}
          to={to}
          onFrom={setFrom}
          onTo={setTo}
          onSwap={swap}
          changes={comparison.kind === "ready" ? changes : undefined}
          chosen={chosen}
          onStep={step}
        />
        {comparison.kind === "loading" ? <SkeletonRows rows={8} label="Loading the graphs" /> : null}
        {comparison.kind === "failed" ? (
          <ErrorState
            title={`Version ${comparison.side} could not be read`}
            error={comparison.error}
            onRetry={comparison.retry}
            retrying={comparison.retrying}
          />
        ) : null}
        {comparison.kind === "ready" ? (
          <CompareView
            key={`${from} ${to}`}
            comparison={comparison}
            chosen={chosen}
            follow={named !== undefined}
            onChoose={choose}
            onStep={step}
          />
        ) : null}
      </div>
    </div>
  );
}

function NothingYet() {
  const { agent } = useAgent();
  return (
    <EmptyState
      icon={History}
      title="Nothing to compare with yet"
      action={
        <Button asChild>
          <Link href={`/agents/${agent.id}/publish`}>To Publish</Link>
        </Button>
      }
    >
      Every time you publish, a version is kept. From the first on, you can see here what the draft does
      differently.
    </EmptyState>
  );
}
