"use client";

import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { listMembers } from "@/lib/api/contract/workspace";
import { ConversationFilterBar, useConversationFilters } from "./conversation-filters";
import { ConversationTable } from "./conversation-table";
import { useConversations, useLiveConversations } from "./use-conversations";

const box = "overflow-hidden rounded-lg border bg-card";
const cleared = { status: null, source: null, agent: null, person: null, said: null, text: null };

/** Conversations of the workspace as they come and go: filter, read on, open one. */
export function ConversationList() {
  const filters = useConversationFilters();
  const [values, setFilters] = filters;
  const members = useEndpoint(listMembers, {});
  useLiveConversations(values.agent ?? undefined);
  const { said } = values;
  const list = useConversations({
    agentId: values.agent ?? undefined,
    person: values.person ?? undefined,
    status: values.status ?? undefined,
    source: values.source ?? undefined,
    thumb: said === "up" || said === "down" ? said : undefined,
    commented: said === "comment" ? "yes" : undefined,
    text: values.text || undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.values(values).some(Boolean);

  return (
    <div className="grid grid-cols-1 gap-4">
      <ConversationFilterBar filters={filters} members={members.data?.items ?? []} />
      {list.isPending ? (
        <div className={box}>
          <SkeletonRows rows={8} label="Loading conversations" />
        </div>
      ) : null}
      {list.isError && items.length > 0 ? (
        <Notice tone="waiting" title="This list may be out of date">
          It could not be read again. The next change, or reloading the page, tries once more.
        </Notice>
      ) : null}
      {list.isError && items.length === 0 ? (
        <ErrorState
          title="The conversations could not be loaded"
          error={list.error}
          onRetry={() => void list.refetch()}
          retrying={list.isFetching}
        />
      ) : null}
      {list.isSuccess && items.length === 0 ? (
        <NoConversations filtered={filtered} onClear={() => void setFilters(cleared)} />
      ) : null}
      {items.length > 0 ? (
        <div
          aria-busy={list.isPlaceholderData}
          className={cn(box, "transition-opacity", list.isPlaceholderData && "opacity-60")}
        >
          <ConversationTable conversations={items} />
        </div>
      ) : null}
      {list.hasNextPage ? (
        <Button
          className="justify-self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Load more
        </Button>
      ) : null}
    </div>
  );
}

function NoConversations({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        icon={MessagesSquare}
        title="No conversation matches"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Nothing in this workspace fits these filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={MessagesSquare}
      title="No conversations yet"
      action={
        <Button asChild variant="primary">
          <Link href="/agents">Open an agent</Link>
        </Button>
      }
    >
      Runs that belong together stand here as one conversation, with what each turn took and what people
      thought of it. Publish an agent and talk to it to make the first.
    </EmptyState>
  );
}
