"use client";

import { SquarePen } from "lucide-react";
import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { matches } from "@/components/ui/matches";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { listThreads } from "@/lib/api/contract/chat";
import { ThreadItem, titleOf } from "./thread-item";

interface ThreadListProps {
  slug: string;
  threadId: string | null;
  onOpen: (threadId: string | null) => void;
}

/** My conversations with this agent, the latest first. */
export function ThreadList({ slug, threadId, onOpen }: ThreadListProps) {
  const [search, setSearch] = useState("");
  const threads = useEndpoint(listThreads, { params: { slug } });
  const items = (threads.data?.items ?? []).filter((thread) => matches(search, titleOf(thread)));
  return (
    <nav aria-label="Conversations" className="flex min-h-0 flex-1 flex-col gap-3 p-3 text-sm">
      <Button onClick={() => onOpen(null)}>
        <SquarePen aria-hidden />
        New conversation
      </Button>
      <SearchField label="Search conversations" value={search} onValueChange={setSearch} />
      {threads.isPending ? <SkeletonRows rows={4} label="Loading conversations" /> : null}
      {threads.isError ? (
        <p role="alert" className="px-2 text-muted-foreground">
          The conversations could not be loaded.{" "}
          <Button variant="link" onClick={() => void threads.refetch()}>
            Try again
          </Button>
        </p>
      ) : null}
      {threads.isSuccess && items.length === 0 ? (
        <p className="px-2 text-muted-foreground">
          {search ? "No conversation matches." : "Your conversations will stand here."}
        </p>
      ) : null}
      <ul className="-mx-1 grid min-h-0 flex-1 content-start gap-0.5 overflow-y-auto px-1">
        {items.map((thread) => (
          <ThreadItem
            key={thread.id}
            slug={slug}
            thread={thread}
            current={thread.id === threadId}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </nav>
  );
}
