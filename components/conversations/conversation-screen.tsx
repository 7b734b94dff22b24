"use client";

import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { isProblem } from "@/components/data/problem";
import { FeedbackMarks } from "@/components/feedback/feedback-marks";
import { knownCost, sourceWords } from "@/components/runs/run-facts";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { Facts } from "@/components/trace/detail/facts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Duration } from "@/components/ui/duration";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import type { SeenConversation } from "@/lib/api/contract/conversations";
import { SeenTurn } from "./seen-turn";
import { personWords, threadStatusWords } from "./thread-status";
import { TurnBranches } from "./turn-branches";
import { useConversationPages, useLiveConversations } from "./use-conversations";

/** A thread with its runs as one conversation, live while it goes on. */
export function ConversationScreen({ id }: { id: string }) {
  const pages = useConversationPages(id);
  const latest = pages.data?.pages[0];
  useLiveConversations(latest?.agentId);
  useTabTitle(latest ? `${latest.title || "Untitled"} · ${latest.agentName}` : undefined);
  if (isProblem(pages.error, "not_found")) return <Missing />;
  if (!pages.data || !latest) {
    return pages.isError ? (
      <ErrorState
        title="The conversation could not be loaded"
        error={pages.error}
        onRetry={() => void pages.refetch()}
        retrying={pages.isFetching}
      />
    ) : (
      <SkeletonRows rows={8} label="Loading the conversation" />
    );
  }
  const shown = pages.data.pages.toReversed();
  const earlier = shown.reduce((count, page) => count + page.turns.length, 0);
  return (
    <>
      <Head conversation={latest} />
      {pages.hasNextPage ? (
        <Button
          className="justify-self-center"
          busy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show earlier turns
        </Button>
      ) : null}
      {earlier === 0 ? (
        <p className="text-muted-foreground">
          The runs of this conversation are no longer kept: they were deleted, or had outlived their time.
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-6">
        {shown.flatMap((page) =>
          page.turns.map((turn) => <SeenTurn key={turn.runId} conversation={page} turn={turn} />),
        )}
      </div>
      <TurnBranches
        title="Beside the turns shown"
        branches={shown.flatMap((page) => page.branches).filter(({ from }) => from === null)}
      />
    </>
  );
}

function Head({ conversation }: { conversation: SeenConversation }) {
  const { title, agentId, agentName, status, source, count, branched, tokens, tookMs, cost } = conversation;
  return (
    <header className="grid grid-cols-1 gap-3">
      <PageHeader
        title={title || "Untitled"}
        badges={
          <>
            <Status {...threadStatusWords[status]} />
            <Badge>{sourceWords[source]}</Badge>
          </>
        }
        description={
          <>
            {personWords(conversation)} with{" "}
            <Link href={`/agents/${agentId}`} className="underline underline-offset-2">
              {agentName}
            </Link>
          </>
        }
      />
      <Facts
        facts={[
          {
            label: "Turns",
            value: branched > 0 ? `${count}, and ${plural(branched, "run")} on branches` : String(count),
          },
          { label: "Cost", value: <Money micros={knownCost(cost)} /> },
          { label: "Time at work", value: <Duration ms={tookMs} /> },
          { label: "Tokens", value: tokens.toLocaleString("en") },
          { label: "Feedback", value: <FeedbackMarks feedback={conversation.feedback} /> },
          { label: "Begun", value: <RelativeTime time={conversation.createdAt} /> },
          { label: "Last used", value: <RelativeTime time={conversation.updatedAt} /> },
        ]}
      />
    </header>
  );
}

function Missing() {
  return (
    <EmptyState
      icon={MessagesSquare}
      title="This conversation is not here"
      action={
        <Button asChild>
          <Link href="/runs/threads">All conversations</Link>
        </Button>
      }
    >
      It was deleted, or it belongs to another workspace.
    </EmptyState>
  );
}
