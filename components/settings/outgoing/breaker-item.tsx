"use client";

import { RotateCw } from "lucide-react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/format/count";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-now";
import { listBreakers, tryBreaker } from "@/lib/api/contract/outgoing";
import type { SeenBreaker } from "../items";
import { breakerWords, nextCall, whenTried } from "./breaker-words";

/** One model or host that fails: since when, why, and when it is called again. */
export function BreakerItem({ breaker }: { breaker: SeenBreaker }) {
  const mayManage = useMe().can("model.manage");
  const now = useNow() ?? 0;
  const tryNow = useCall(tryBreaker, {
    refresh: [listBreakers],
    onSuccess: () => toast.done(`The next call to ${breaker.name} goes out.`),
    onError: (error) => toast.failed(`${breaker.name} could not be tried`, error),
  });
  const { state, tone } = breakerWords(breaker);
  const again = tryNow.isSuccess ? nextCall : whenTried(breaker, now);
  return (
    <div className="flex flex-wrap items-start gap-2">
      <div className="grid min-w-40 flex-1 gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="break-all font-medium">{breaker.name}</span>
          <Badge tone={tone}>{state}</Badge>
        </p>
        <p className="text-muted-foreground text-xs">
          {plural(breaker.failures, "failure")} in a row since <RelativeTime time={breaker.since} />
          {breaker.processes > 1 ? ` · in ${breaker.processes} processes` : null}
          {again ? ` · ${again}` : null}
        </p>
        {breaker.lastError ? <p className="break-words text-sm">{breaker.lastError}</p> : null}
      </div>
      {mayManage && breaker.state === "open" ? (
        <Button
          size="sm"
          busy={tryNow.isPending}
          onClick={() => tryNow.mutate({ body: { key: breaker.key } })}
        >
          <RotateCw aria-hidden />
          Try now
        </Button>
      ) : null}
    </div>
  );
}
