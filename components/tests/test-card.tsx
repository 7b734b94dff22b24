"use client";

import { ChevronRight, Pencil, Play, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Status } from "@/components/ui/status";
import { type CaseSummary, deleteCase, listCases } from "@/lib/api/contract/test-cases";
import { Checks } from "./checks";
import { EditTest } from "./edit-test";
import { Expectations } from "./expect/expectations";
import { TestFacts } from "./test-facts";
import { TestInput } from "./test-input";

interface TestCardProps {
  item: CaseSummary;
  open: boolean;
  onOpen: (open: boolean) => void;
  running: boolean;
  onRun: () => void;
}

/** One case: how it came out, what differs, what it is given and expects. */
export function TestCard({ item, open, onOpen, running, onRun }: TestCardProps) {
  const { can } = useMe();
  const [deleting, setDeleting] = useState(false);
  const [editing, setEditing] = useState(false);
  const remove = useCall(deleteCase, { refresh: [listCases] });
  // What is typed in a card that was folded up again stays.
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  const card = useRef<HTMLElement>(null);
  const cameOpen = useRef(open);
  useEffect(() => {
    if (cameOpen.current) card.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section ref={card} aria-label={item.name} className="scroll-mt-4 rounded-lg border bg-card">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 p-2 pl-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => onOpen(!open)}
          className="flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded-sm text-left max-sm:basis-full pointer-coarse:min-h-11"
        >
          <ChevronRight
            aria-hidden
            className={
              open ? "size-4 shrink-0 rotate-90 transition-transform" : "size-4 shrink-0 transition-transform"
            }
          />
          <span className={open ? "min-w-0 break-words font-medium" : "min-w-0 truncate font-medium"}>
            {item.name}
          </span>
        </button>
        <Outcome item={item} running={running} />
        <span className="flex items-center gap-1 max-sm:ml-auto">
          {can("run.create") ? (
            <Button size="sm" busy={running} onClick={onRun} aria-label={`Run ${item.name}`}>
              <Play aria-hidden />
              Run
            </Button>
          ) : null}
          {can("agent.edit") ? (
            <>
              <IconButton icon={Pencil} label={`Edit ${item.name}`} onClick={() => setEditing(true)} />
              <IconButton icon={Trash2} label={`Delete ${item.name}`} onClick={() => setDeleting(true)} />
            </>
          ) : null}
        </span>
      </div>
      {opened ? (
        <div hidden={!open} className="border-t">
          <div className="grid min-w-0 grid-cols-1 gap-5 p-3 sm:p-4">
            <TestFacts item={item} />
            {item.last ? <Checks result={item.last} agentId={item.agentId} /> : null}
            <TestInput item={item} />
            <Expectations key={JSON.stringify(item.case.expect)} item={item} />
          </div>
        </div>
      ) : null}
      {editing ? <EditTest item={item} onClose={() => setEditing(false)} /> : null}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={`Delete “${item.name}”?`}
        description="The test and its recorded results are deleted. The run that it was made from stays."
        action="Delete"
        danger
        onConfirm={() => remove.mutateAsync({ params: { id: item.id } })}
      />
    </section>
  );
}

function Outcome({ item: { last, outdatedBy }, running }: { item: CaseSummary; running: boolean }) {
  if (running) return <Status tone="running" label="Running" />;
  if (!last) return <Status tone="neutral" label="Not run yet" />;
  if (outdatedBy) {
    const words = outdatedBy === "graph" ? "an older draft" : "with older prompts";
    return <Status tone="neutral" label={`${last.ok ? "Passed" : "Failed"} ${words}`} />;
  }
  return last.ok ? <Status tone="done" label="Passed" /> : <Status tone="failed" label="Failed" />;
}
