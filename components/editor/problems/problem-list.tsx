"use client";

import { type RefObject, useId, useRef } from "react";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";
import { issueKey } from "./issue-text";
import { Problem } from "./problem";

interface ProblemListProps {
  issues: readonly Issue[];
  /** The person went to where a problem is: what shows the list can close. */
  onGo: () => void;
}

/** Problems by how grave they are, each with the way to it and its repair. */
export function ProblemList({ issues, onGo }: ProblemListProps) {
  const list = useRef<HTMLDivElement>(null);
  const shared = { list, onGo };
  return (
    <div ref={list} className="max-h-[min(30rem,70vh)] overflow-y-auto overscroll-contain py-1">
      <Severity title="Errors" issues={issues.filter(isError)} {...shared} />
      <Severity title="Warnings" issues={issues.filter((issue) => !isError(issue))} {...shared} />
    </div>
  );
}

interface SeverityProps extends ProblemListProps {
  title: string;
  list: RefObject<HTMLElement | null>;
}

function Severity({ title, issues, list, onGo }: SeverityProps) {
  const id = useId();
  if (issues.length === 0) return null;
  return (
    <section aria-labelledby={id} className="px-1 not-first:mt-1 not-first:border-t not-first:pt-1">
      <h3 id={id} className="px-2 pt-1 pb-0.5 font-medium text-muted-foreground text-xs">
        {title} <span className="tabular-nums">{issues.length}</span>
      </h3>
      <ul>
        {issues.map((issue) => (
          <Problem
            key={issueKey(issue)}
            issue={issue}
            onGo={onGo}
            onRepaired={() => focusNext(list.current)}
          />
        ))}
      </ul>
    </section>
  );
}

/** A repaired problem takes its button away: the keyboard goes on in the list instead of being lost. */
function focusNext(list: HTMLElement | null): void {
  list?.closest<HTMLElement>("[role=dialog]")?.focus();
}
