"use client";

import { CircleAlert, Route, TriangleAlert, Wrench } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/toast";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";
import { useEditor, useEditorStore } from "../store/editor-context";
import { IssueText } from "./issue-text";
import { useGoToIssue } from "./use-go-to-issue";
import { usePreviewWay, useShowWay } from "./use-lit-way";

interface ProblemProps {
  issue: Issue;
  onGo: () => void;
  onRepaired: () => void;
}

/** One problem: what it is, where it sits, the path it needs, and what puts it right. */
export function Problem({ issue, onGo, onRepaired }: ProblemProps) {
  const goTo = useGoToIssue();
  const preview = usePreviewWay(issue);
  const Icon = isError(issue) ? CircleAlert : TriangleAlert;
  return (
    <li className="rounded-md pb-0.5 hover:bg-accent/60" {...preview}>
      <button
        type="button"
        onClick={() => {
          onGo();
          goTo(issue);
        }}
        className="flex w-full min-w-0 items-start gap-2 rounded-md px-2 py-1.5 text-left pointer-coarse:min-h-11"
      >
        <Icon
          aria-hidden
          className={cn("mt-0.5 size-4 shrink-0", isError(issue) ? "text-failed" : "text-waiting")}
        />
        <span className="min-w-0 break-words">
          <span className="sr-only">{isError(issue) ? "Error: " : "Warning: "}</span>
          <IssueText issue={issue} />
        </span>
      </button>
      <Actions issue={issue} onGo={onGo} onRepaired={onRepaired} />
    </li>
  );
}

function Actions({ issue, onGo, onRepaired }: ProblemProps) {
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const showWay = useShowWay();
  const { fix, way, settings } = issue;
  const canRepair = fix !== undefined && !readOnly;
  if (!canRepair && !way && !settings) return null;
  const repair = () => {
    const problem = fix && store.getState().change(fix.operation);
    if (problem) toast.failed("This could not be repaired", new Error(problem.message));
    else onRepaired();
  };
  return (
    <div className="flex flex-wrap gap-1.5 pr-2 pb-1.5 pl-8">
      {canRepair ? (
        <Button size="sm" onClick={repair}>
          <Wrench aria-hidden />
          {fix.label}
        </Button>
      ) : null}
      {way ? (
        <Button
          size="sm"
          onClick={() => {
            onGo();
            showWay(issue);
          }}
        >
          <Route aria-hidden />
          Show the path
        </Button>
      ) : null}
      {settings ? (
        <Button size="sm" asChild>
          <Link href={`/settings/${settings}`}>{settingsLabels[settings]}</Link>
        </Button>
      ) : null}
    </div>
  );
}

const settingsLabels: Record<NonNullable<Issue["settings"]>, string> = {
  secrets: "Open secrets",
  models: "Open models",
  tools: "Open tools",
};
