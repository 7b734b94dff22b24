"use client";

import Link from "next/link";
import { shortRunId } from "@/components/runs/short-run-id";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { RunSummary } from "@/lib/api/contract/runs";
import type { RunView } from "@/workflows/events/run-view";
import { kindWords } from "@/workflows/recording/playback";

interface ReplayNoticeProps {
  run: Pick<RunSummary, "origin" | "agentId">;
  view: Pick<RunView, "diverged">;
  titleOf: (nodeId: string) => string;
  className?: string;
}

/** Says that a run's results from outside were recorded ones, and where they ended. */
export function ReplayNotice({
  run: { origin, agentId },
  view: { diverged },
  titleOf,
  className,
}: ReplayNoticeProps) {
  const isCase = origin?.kind === "case";
  if (origin?.kind !== "replay" && !(isCase && origin.mocks === "mocked")) return null;
  const recorded = isCase ? (
    <Link href={`/agents/${agentId}/tests?case=${origin.caseId}`} className="underline underline-offset-2">
      a test
    </Link>
  ) : (
    <Link href={`/runs/${origin.runId}`} className="underline underline-offset-2">
      run {shortRunId(origin.runId)}
    </Link>
  );
  if (!diverged) {
    return (
      <Notice className={className} title={isCase ? "Test with recorded results" : "Replay"}>
        Its results from outside are those recorded for {recorded}: nobody was called, nobody asked, nothing
        paid.
      </Notice>
    );
  }
  const node = diverged.nodeId ? titleOf(diverged.nodeId) : "a node";
  const place = `“${node}”${(diverged.visit ?? 1) > 1 ? `, visit ${diverged.visit}` : ""}`;
  return (
    <Notice
      tone="waiting"
      className={className}
      title={diverged.live ? `Recorded up to ${place}, live from there` : `The replay ends at ${place}`}
    >
      <p>
        Here the graph asks for something that {recorded} did not ask for: a {kindWords[diverged.kind]}.
      </p>
      <dl className="mt-2 grid gap-2 sm:grid-cols-2">
        <Asked title="Asked then" text={diverged.before ?? "Nothing more was asked in this visit."} />
        <Asked title="Asked now" text={diverged.now} />
      </dl>
    </Notice>
  );
}

function Asked({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid min-w-0 content-start gap-1">
      <dt className="font-medium text-xs">{title}</dt>
      <dd className="text-foreground">
        <CodeBlock label={title} code={text} wrap />
      </dd>
    </div>
  );
}
