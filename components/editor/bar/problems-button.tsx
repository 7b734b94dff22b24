"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { plural } from "@/components/ui/format/count";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { toneClasses } from "@/components/ui/tone";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/validate/validate";
import { useEditor, useEditorStore } from "../store/editor-context";
import { IssueText, issueKey } from "./issue-text";
import { useGoToIssue } from "./use-go-to-issue";

/** How many problems the graph has; opened, which, with the way to each and its repair. */
export function ProblemsButton() {
  const issues = useEditor((state) => state.issues);
  const [open, setOpen] = useState(false);
  const goTo = useGoToIssue();
  const went = useRef(false);
  if (issues.length === 0) return null;
  const tone = issues.some(isError) ? "failed" : "waiting";
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger>
        <button
          type="button"
          className={cn(
            "inline-flex h-5 shrink-0 items-center whitespace-nowrap rounded-full border px-2 text-xs hover:brightness-95 pointer-coarse:h-9",
            toneClasses[tone].pill,
          )}
        >
          {plural(issues.length, "problem")}
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Problems"
        align="start"
        className="w-96 p-1"
        onCloseAutoFocus={(event) => {
          // The way to a problem ends in its field, which keeps the focus.
          if (went.current) event.preventDefault();
          went.current = false;
        }}
      >
        <ul className="max-h-96 overflow-y-auto">
          {issues.map((issue) => (
            <Problem
              key={issueKey(issue)}
              issue={issue}
              onGo={() => {
                went.current = true;
                setOpen(false);
                goTo(issue);
              }}
            />
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

function Problem({ issue, onGo }: { issue: Issue; onGo: () => void }) {
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const Icon = isError(issue) ? CircleAlert : TriangleAlert;
  const { fix } = issue;
  const repair = () => {
    const problem = fix && store.getState().change(fix.operation);
    if (problem) toast.failed("This could not be repaired", new Error(problem.message));
  };
  return (
    <li className="flex items-start gap-1 rounded-md hover:bg-accent/60">
      <button
        type="button"
        onClick={onGo}
        className="flex min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1.5 text-left pointer-coarse:min-h-11"
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
      {fix && !readOnly ? (
        <Button size="sm" onClick={repair} className="my-1 mr-1">
          {fix.label}
        </Button>
      ) : null}
    </li>
  );
}
