"use client";

import { CircleCheck, CircleX, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";
import type { CaseOutcome } from "@/lib/api/contract/prompts";
import type { PromptCase } from "@/workflows/prompts/case";
import { AnswerView } from "../answer-view";

interface CaseItemProps {
  given: PromptCase;
  outcome: CaseOutcome | undefined;
  running: boolean;
  /** Absent: it may only be looked at. */
  onEdit: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

/** A test case, and how it went where it was run. */
export function CaseItem({ given, outcome, running, onEdit, onRemove }: CaseItemProps) {
  return (
    <li className="grid min-w-0 gap-1.5 px-4 py-2.5">
      <div className="flex items-start gap-2">
        {running ? <Spinner className="mt-0.5 size-4 shrink-0" /> : <Mark outcome={outcome} />}
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="break-words font-medium text-sm">{given.name}</span>
          <span className="break-words text-muted-foreground text-xs">{wordsOf(given.expect)}</span>
        </span>
        {onEdit ? <IconButton icon={Pencil} label={`Change ${given.name}`} onClick={onEdit} /> : null}
        {onRemove ? <IconButton icon={Trash2} label={`Remove ${given.name}`} onClick={onRemove} /> : null}
      </div>
      {outcome ? (
        <div className="grid min-w-0 gap-1.5 pl-6">
          {outcome.problem ? <p className="break-words text-failed-ink text-xs">{outcome.problem}</p> : null}
          {outcome.answer ? <AnswerView answer={outcome.answer} label={`Answer to ${given.name}`} /> : null}
        </div>
      ) : null}
    </li>
  );
}

function Mark({ outcome }: { outcome: CaseOutcome | undefined }) {
  if (!outcome) return null;
  return outcome.passed ? (
    <CircleCheck aria-label="Passed" className="mt-0.5 size-4 shrink-0 text-done-ink" />
  ) : (
    <CircleX aria-label="Failed" className="mt-0.5 size-4 shrink-0 text-failed-ink" />
  );
}

function wordsOf(expect: PromptCase["expect"]): string {
  switch (expect.type) {
    case "contains":
      return `Has “${expect.text}” in it`;
    case "matches":
      return `Matches ${expect.pattern}`;
    case "json":
      return `Is JSON with ${JSON.stringify(expect.value)}`;
  }
}
