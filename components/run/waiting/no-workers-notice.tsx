"use client";

import Link from "next/link";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useNoWorkers } from "./use-no-workers";

interface NoWorkersNoticeProps {
  /** A run that is shown waits for a worker. */
  waiting: boolean;
  className?: string;
}

/** Why nothing happens, where nobody is there to work on runs; goes away when a worker comes. */
export function NoWorkersNotice({ waiting, className }: NoWorkersNoticeProps) {
  const { can } = useMe();
  const alone = useNoWorkers(waiting);
  if (!alone) return null;
  if (!can("system.read")) {
    return (
      <Notice tone="waiting" title="Nobody works on runs at the moment" className={className}>
        What waits is kept, and starts by itself as soon as a worker is there. An admin can start one.
      </Notice>
    );
  }
  return (
    <Notice
      tone="waiting"
      title="Nobody works on runs at the moment"
      className={className}
      actions={
        <Button asChild size="sm">
          <Link href="/settings/system">Show the system</Link>
        </Button>
      }
    >
      What waits is kept. Start a worker, and it goes on by itself:{" "}
      <code className="font-mono text-xs">npm run worker</code>
    </Notice>
  );
}
