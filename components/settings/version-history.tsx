"use client";

import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";

interface VersionHistoryProps {
  description: string;
  versions: readonly { number: number; note: string; savedBy: string; savedAt: string }[];
  newest: number;
  comparable: (number: number) => boolean;
  /** What is shown while a version is compared. */
  comparison: (number: number, close: () => void) => ReactNode;
  mayRestore: boolean;
  /** What becomes of a version that is brought back. */
  restoring: string;
  onRestore: (number: number) => Promise<unknown>;
}

/** What a thing of the workspace was: looked at beside another version, or brought back. */
export function VersionHistory({
  description,
  versions,
  newest,
  comparable,
  comparison,
  mayRestore,
  restoring,
  onRestore,
}: VersionHistoryProps) {
  const [compared, setCompared] = useState<number>();
  const [restored, setRestored] = useState<number>();
  return (
    <Card>
      <CardHeader title="Versions" description={description} />
      <ul className="divide-y border-t">
        {versions.map(({ number, note, savedBy, savedAt }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
            <span className="grid min-w-40 flex-1 gap-0.5">
              <span className="flex items-center gap-2 font-medium text-sm">
                {`Version ${number}`}
                {number === newest ? <Badge tone="done">Newest</Badge> : null}
              </span>
              <span className="break-words text-muted-foreground text-xs">
                {note ? `${note} · ` : null}
                {savedBy} · <RelativeTime time={savedAt} />
              </span>
            </span>
            {comparable(number) ? (
              <Button size="sm" aria-label={`Compare version ${number}`} onClick={() => setCompared(number)}>
                Compare
              </Button>
            ) : null}
            {mayRestore && number < newest ? (
              <Button size="sm" aria-label={`Restore version ${number}`} onClick={() => setRestored(number)}>
                Restore…
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {compared === undefined ? null : comparison(compared, () => setCompared(undefined))}
      <ConfirmDialog
        open={restored !== undefined}
        onOpenChange={() => setRestored(undefined)}
        title={`Bring back version ${restored ?? ""}?`}
        description={restoring}
        action="Restore"
        danger={false}
        onConfirm={() => onRestore(restored ?? newest)}
      />
    </Card>
  );
}
