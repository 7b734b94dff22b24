"use client";

import { LogIn, MessagesSquare, PanelLeft } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { isProblem } from "@/components/data/problem";
import { useEndpoint } from "@/components/data/use-endpoint";
import { ReadableChannels } from "@/components/inputs/channel-label";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getChat } from "@/lib/api/contract/chat";
import { Conversation } from "./conversation";
import { ThreadList } from "./thread-list";

interface ChatScreenProps {
  slug: string;
  threadId: string | null;
}

/** The page of a published agent: my conversations at the left, the open one beside them. */
export function ChatScreen({ slug, threadId }: ChatScreenProps) {
  const chat = useEndpoint(getChat, { params: { slug } });
  useTabTitle(chat.data?.name);
  const [listOpen, setListOpen] = useState(false);
  const router = useRouter();
  const open = (id: string | null) => {
    setListOpen(false);
    const address = `/chat/${encodeURIComponent(slug)}${id ? `/${encodeURIComponent(id)}` : ""}`;
    if (id !== threadId) router.push(address, { scroll: false });
  };

  if (chat.isPending) {
    return (
      <main className="mx-auto w-full max-w-3xl px-4 py-6">
        <SkeletonRows rows={4} label="Loading the agent" />
      </main>
    );
  }
  if (chat.isError) return <Unavailable slug={slug} error={chat.error} onRetry={() => void chat.refetch()} />;
  return (
    <ReadableChannels>
      <div className="flex h-dvh text-base">
        <aside className="flex w-64 shrink-0 flex-col border-r bg-card max-md:hidden">
          <ThreadList slug={slug} threadId={threadId} onOpen={open} />
        </aside>
        <main className="flex min-w-0 flex-1 flex-col">
          <header className="flex h-12 shrink-0 items-center gap-2 border-b px-4 text-sm">
            <IconButton
              icon={PanelLeft}
              label="Conversations"
              className="md:hidden"
              onClick={() => setListOpen(true)}
            />
            <h1 className="min-w-0 flex-1 truncate font-semibold">{chat.data.name}</h1>
          </header>
          <Conversation key={threadId ?? "new"} chat={chat.data} threadId={threadId} onThread={open} />
        </main>
        <Sheet open={listOpen} onOpenChange={setListOpen}>
          <SheetContent title="Conversations" side="left">
            <ThreadList slug={slug} threadId={threadId} onOpen={open} />
          </SheetContent>
        </Sheet>
      </div>
    </ReadableChannels>
  );
}

function Unavailable({ slug, error, onRetry }: { slug: string; error: unknown; onRetry: () => void }) {
  if (isProblem(error, "unauthenticated")) {
    return (
      <main className="grid min-h-dvh place-content-center">
        <EmptyState
          as="h1"
          icon={LogIn}
          title="Sign in to talk to this agent"
          action={
            <Button asChild variant="primary">
              <Link href={`/sign-in?next=${encodeURIComponent(`/chat/${slug}`)}`}>Sign in</Link>
            </Button>
          }
        >
          It is open to the members of its workspace.
        </EmptyState>
      </main>
    );
  }
  if (isProblem(error, "not_found")) {
    return (
      <main className="grid min-h-dvh place-content-center">
        <EmptyState as="h1" icon={MessagesSquare} title="No agent lives here">
          The address is wrong, or the agent was taken offline. Ask whoever sent you the link.
        </EmptyState>
      </main>
    );
  }
  return (
    <main className="grid min-h-dvh place-content-center">
      <ErrorState title="The agent could not be loaded" error={error} onRetry={onRetry} />
    </main>
  );
}
