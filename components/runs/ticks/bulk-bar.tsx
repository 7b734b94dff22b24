"use client";

import {
  Columns2,
  Download,
  Ellipsis,
  FlaskConical,
  type LucideIcon,
  RotateCw,
  Tag,
  Trash2,
  X,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { compareHref } from "@/components/trace/compare/compare-href";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";
import type { ListedRun } from "@/lib/api/contract/runs";
import { ExportItems } from "../export-menu";
import { TagDialog } from "./tag-dialog";
import type { EachRun, Progress } from "./use-each-run";
import { mostTicks } from "./use-ticks";
import { addToTests, remove, rerun, retag } from "./works";

interface BulkBarProps {
  runs: readonly ListedRun[];
  each: EachRun;
  progress: Progress | undefined;
  /** Rows that came or went and are held back while rows are ticked. */
  held: number;
  onShowHeld: () => void;
  onUntick: () => void;
  /** Ticks the first that match, as many as may be; left out where all are ticked. */
  onTickMore?: (() => void) | undefined;
}

interface Action {
  label: string;
  icon: LucideIcon;
  start: () => void;
  danger?: boolean;
}

/** What can be done with the ticked runs; over the list's end, so that nothing moves when it comes. */
export function BulkBar({ runs, each, progress, held, onShowHeld, onUntick, onTickMore }: BulkBarProps) {
  const { can } = useMe();
  const router = useRouter();
  const [asking, setAsking] = useState<"rerun" | "delete" | "tag">();
  const ids = runs.map(({ id }) => id);
  const many = plural(runs.length, "run");
  const [one, other] = runs.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  const comparable = runs.length === 2 && one && other ? compareHref(one.id, other.id) : undefined;
  const close = () => setAsking(undefined);

  const actions: Action[] = [
    ...(comparable ? [{ label: "Compare", icon: Columns2, start: () => router.push(comparable) }] : []),
    ...(can("run.create") ? [{ label: "Run again", icon: RotateCw, start: () => setAsking("rerun") }] : []),
    ...(can("agent.edit")
      ? [{ label: "Add to tests", icon: FlaskConical, start: () => void each(ids, addToTests) }]
      : []),
    ...(can("run.label") ? [{ label: "Tag", icon: Tag, start: () => setAsking("tag") }] : []),
    ...(can("run.delete")
      ? [{ label: "Delete", icon: Trash2, start: () => setAsking("delete"), danger: true }]
      : []),
  ];

  return (
    <>
      <section
        aria-label="Ticked runs"
        className="sticky bottom-3 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border bg-popover px-3 py-2 text-popover-foreground shadow-float"
      >
        <p aria-live="polite" className="flex items-center gap-2 font-medium text-sm tabular-nums">
          {progress ? <Spinner /> : null}
          {progress
            ? `${progress.doing}: ${progress.done} of ${progress.all}`
            : `${runs.length} ticked${runs.length === mostTicks ? ", the most at once" : ""}`}
        </p>
        {progress ? (
          <Button size="sm" onClick={progress.stop}>
            Stop
          </Button>
        ) : (
          <>
            <IconButton icon={X} label="Untick all" onClick={onUntick} className="-ml-2" />
            {onTickMore ? (
              <Button size="sm" variant="ghost" onClick={onTickMore}>
                Tick the first {mostTicks}
              </Button>
            ) : null}
            {held > 0 ? (
              <Button size="sm" variant="ghost" onClick={onShowHeld}>
                {plural(held, "change")} held back: show
              </Button>
            ) : null}
            <div className="ml-auto flex items-center gap-2 max-md:hidden">
              {actions.map(({ label, icon: Icon, start, danger }) => (
                <Button key={label} size="sm" onClick={start} className={cn(danger && "text-failed-ink")}>
                  <Icon aria-hidden />
                  {label}
                </Button>
              ))}
              <DropdownMenu>
                <DropdownMenuTrigger>
                  <Button size="sm">
                    <Download aria-hidden />
                    Export
                  </Button>
                </DropdownMenuTrigger>
                <DropdownMenuContent align="end">
                  <ExportItems query={{ ids: ids.join(",") }} />
                </DropdownMenuContent>
              </DropdownMenu>
            </div>
            <DropdownMenu>
              <DropdownMenuTrigger>
                <Button size="sm" className="ml-auto md:hidden">
                  <Ellipsis aria-hidden />
                  Actions
                </Button>
              </DropdownMenuTrigger>
              <DropdownMenuContent align="end">
                {actions.map(({ label, icon, start, danger }) => (
                  <DropdownMenuItem key={label} icon={icon} danger={danger ?? false} onSelect={start}>
                    {label}
                  </DropdownMenuItem>
                ))}
                <ExportItems query={{ ids: ids.join(",") }} />
              </DropdownMenuContent>
            </DropdownMenu>
          </>
        )}
      </section>
      <ConfirmDialog
        open={asking === "rerun"}
        onOpenChange={close}
        danger={false}
        title={`Run ${many} again?`}
        description="Each starts on its agent's live version with the input it had. Models and tools are really called, and cost what they cost."
        action="Run again"
        onConfirm={async () => void each(ids, rerun)}
      />
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        title={`Delete ${many}?`}
        description={
          <>
            Their traces, files and results go for good, with the runs that they called; a conversation goes
            with its last run. Runs that have not ended stay, and you are told which.
          </>
        }
        action={`Delete ${many}`}
        onConfirm={async () => void each(ids, remove)}
      />
      <TagDialog
        open={asking === "tag"}
        onOpenChange={close}
        runs={runs}
        onSave={(add, taken) => void each(ids, retag(add, taken))}
      />
    </>
  );
}
