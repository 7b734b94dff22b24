"use client";

import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TelemetryState } from "@/lib/api/contract/telemetry";

interface StandingCardProps {
  standing: NonNullable<TelemetryState["standing"]>;
  onRefresh: () => void;
  refreshing: boolean;
}

/** How sending goes: what was taken, what waits, and what went wrong last. */
export function StandingCard({ standing, onRefresh, refreshing }: StandingCardProps) {
  const { sentSpans, refusedSpans, droppedRuns, waitingRuns, sentAt, lastError, failedAt, retryAt } =
    standing;
  const figures = [
    ["Spans sent", sentSpans],
    ["Runs waiting", waitingRuns],
    ["Spans refused by the receiver", refusedSpans],
    ["Runs given up after three days", droppedRuns],
  ] as const;
  return (
    <Card>
      <CardHeader
        title="How sending goes"
        description={
          sentAt ? (
            <>
              Sent last <RelativeTime time={sentAt} />.
            </>
          ) : waitingRuns > 0 ? (
            "Nothing has been sent yet."
          ) : (
            "Nothing has been sent yet. The next run that ends is the first."
          )
        }
      />
      <CardBody>
        {lastError ? (
          <Notice tone="failed">
            <p>{lastError}</p>
            <p className="text-xs">
              {failedAt ? (
                <>
                  Failed <RelativeTime time={failedAt} />
                </>
              ) : null}
              {retryAt ? (
                <>
                  {failedAt ? ", tried again " : "Tried again "}
                  <RelativeTime time={retryAt} />
                </>
              ) : null}
            </p>
          </Notice>
        ) : null}
        <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
          {figures.map(([name, count]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="text-right tabular-nums">{count.toLocaleString("en")}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
      <CardFooter>
        <Button busy={refreshing} onClick={onRefresh}>
          Refresh
        </Button>
      </CardFooter>
    </Card>
  );
}
