"use client";

import Link from "next/link";
import { useEditor } from "@/components/editor/store/editor-context";
import { plural } from "@/components/ui/format/count";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CaseSummary } from "@/lib/api/contract/test-cases";
import { own } from "@/workflows/graph/record";

const linkClasses = "text-foreground underline underline-offset-2";

/** What a case tries, on what, and where it comes from. */
export function TestFacts({ item }: { item: CaseSummary }) {
  const { case: tried, mocks, originRunId, last } = item;
  const title = useEditor(({ document }) => own(document.nodes, tried.node ?? "")?.title);
  const whom = tried.node === undefined ? "Tries the whole agent" : `Tries “${title ?? tried.node}” alone`;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      <span>{whom}</span>
      <span>
        {mocks === 0
          ? "No recorded results: it asked nobody outside"
          : `On ${plural(mocks, "recorded result", "recorded results")}`}
      </span>
      {originRunId ? (
        <Link href={`/runs/${originRunId}`} className={linkClasses}>
          Made from this run
        </Link>
      ) : null}
      {last ? (
        <span>
          <Link href={`/runs/${last.runId}`} className={linkClasses}>
            Last run
          </Link>{" "}
          <RelativeTime time={last.at} />, {last.mode === "live" ? "live" : "on recorded results"}
        </span>
      ) : null}
    </p>
  );
}
