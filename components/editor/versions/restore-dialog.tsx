"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { plural } from "@/components/ui/format/count";
import { ChangeBadge } from "./changes/change-badge";
import type { Change } from "./changes/changes";
import { type Comparison, useComparison } from "./compare/use-comparison";
import { useRestore } from "./use-restore";

interface RestoreDialogProps {
  number: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks before a version takes the draft's place, and says what the draft loses by it. */
export function RestoreDialog({ number, open, onOpenChange }: RestoreDialogProps) {
  return open ? <Question number={number} onOpenChange={onOpenChange} /> : null;
}

function Question({ number, onOpenChange }: Omit<RestoreDialogProps, "open">) {
  const comparison = useComparison(number, "draft");
  const restore = useRestore();
  const confirm = async () => {
    if (comparison.kind === "failed") throw comparison.error;
    if (comparison.kind === "loading")
      throw new Error("The version is still being read. Try again in a moment.");
    restore(number, comparison.before);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={`Make version ${number} the draft?`}
      description={<Losses number={number} comparison={comparison} />}
      action="Restore"
      danger={false}
      onConfirm={confirm}
    />
  );
}

/** How many changes are named one by one. */
const NAMED = 6;

function Losses({ number, comparison }: { number: number; comparison: Comparison }) {
  if (comparison.kind === "loading") return <p>{`Comparing the draft with version ${number}…`}</p>;
  if (comparison.kind === "failed") return <p>{`Version ${number} could not be read.`}</p>;
  const { changes } = comparison;
  return (
    <div className="grid gap-3">
      {changes.length === 0 ? (
        <p>{`The draft does the same as version ${number}; places and notes on the canvas become those of the version.`}</p>
      ) : (
        <>
          <p>{`The draft loses what it has done since version ${number}:`}</p>
          <LossList changes={changes} />
        </>
      )}
      <p>What is live stays as it is. One undo brings this draft back.</p>
    </div>
  );
}

function LossList({ changes }: { changes: readonly Change[] }) {
  const rest = changes.length - NAMED;
  return (
    <ul className="grid gap-1">
      {changes.slice(0, NAMED).map(({ key, title, kind }) => (
        <li key={key} className="flex items-center gap-2">
          <ChangeBadge kind={kind} />
          <span className="min-w-0 truncate text-foreground">{title}</span>
        </li>
      ))}
      {rest > 0 ? <li>{`and ${plural(rest, "more change")}`}</li> : null}
    </ul>
  );
}
