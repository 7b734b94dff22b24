"use client";

import Link from "next/link";
import { isProblem } from "@/components/data/problem";
import { Notice } from "@/components/ui/notice";
import { type NotGreen, notGreenSchema } from "@/lib/api/contract/test-cases";

/** Which tests kept a draft from being published; undefined: it was something else. */
export function notGreenOf(error: unknown): NotGreen | undefined {
  return isProblem(error, "conflict") ? notGreenSchema.safeParse(error.problem.data).data : undefined;
}

interface TestsNotGreenProps {
  refused: NotGreen;
  agentId: string;
  onGo: () => void;
}

/** Says which tests are to be mended or run, and leads to each. */
export function TestsNotGreen({ refused: { failed, untried }, agentId, onGo }: TestsNotGreenProps) {
  const path = `/agents/${agentId}/tests`;
  return (
    <Notice tone="failed" title="Not published: this agent's tests have to pass first">
      <Cases title="Failed" cases={failed} path={path} onGo={onGo} />
      <Cases title="Not run on this draft" cases={untried} path={path} onGo={onGo} />
      <p className="pt-2">
        <Link href={path} onClick={onGo} className={linkClasses}>
          Open the tests to run them
        </Link>
      </p>
    </Notice>
  );
}

const linkClasses = "rounded-sm underline decoration-current/40 underline-offset-2 hover:decoration-current";
const mostShown = 5;

interface CasesProps {
  title: string;
  cases: NotGreen["failed"];
  path: string;
  onGo: () => void;
}

function Cases({ title, cases, path, onGo }: CasesProps) {
  if (cases.length === 0) return null;
  return (
    <div className="pt-2">
      <p className="font-medium text-xs">{title}</p>
      <ul className="grid gap-0.5">
        {cases.slice(0, mostShown).map(({ id, name }) => (
          <li key={id} className="min-w-0">
            <Link href={`${path}?case=${id}`} onClick={onGo} className={`${linkClasses} line-clamp-1`}>
              {name}
            </Link>
          </li>
        ))}
        {cases.length > mostShown ? <li>{`and ${cases.length - mostShown} more`}</li> : null}
      </ul>
    </div>
  );
}
