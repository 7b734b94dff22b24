"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import {
  activateVersion,
  getAgent,
  getConfigured,
  listVersions,
  unpublishAgent,
} from "@/lib/api/contract/agents";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { useAgent } from "../agent-context";
import { useEditorUiStore } from "../store/editor-ui";

/** Every published version; any of them can be put live again with one click. */
export function VersionsCard() {
  const { agent } = useAgent();
  const { can } = useMe();
  const { data, error, refetch, isFetching } = useEndpoint(listVersions, { params: { id: agent.id } });
  return (
    <Card>
      <CardHeader
        title="Versions"
        description="A version never changes. Going back takes effect at once; runs under way finish on the version they began with."
        actions={agent.liveVersion !== null && can("agent.publish") ? <TakeOffline /> : null}
      />
      {error ? (
        <ErrorState
          title="The versions could not be loaded"
          error={error}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading versions" /> : null}
      {data?.items.length === 0 ? <NoVersions /> : null}
      <ul className="divide-y border-t empty:hidden">
        {data?.items.map((version) => (
          <Version key={version.number} version={version} />
        ))}
      </ul>
    </Card>
  );
}

function NoVersions() {
  const ui = useEditorUiStore();
  return (
    <EmptyState
      icon={History}
      title="Nothing published yet"
      action={
        <Button variant="primary" onClick={() => ui.setState({ publish: true })}>
          Publish…
        </Button>
      }
    >
      Publishing makes a numbered copy of the draft that people and programs use, while you go on drawing.
    </EmptyState>
  );
}

const affected = [listVersions, getAgent, getConfigured] as const;

function Version({ version }: { version: CallOutput<typeof listVersions>["items"][number] }) {
  const { agent } = useAgent();
  const { can } = useMe();
  const { number, note, publishedBy, createdAt, live } = version;
  const activate = useCall(activateVersion, {
    refresh: affected,
    onSuccess: () => toast.done(`Version ${number} is live`),
    onError: (error) => toast.failed(`Version ${number} could not be put live`, error),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="w-10 font-medium tabular-nums">{`v${number}`}</span>
      <span className="min-w-40 flex-1">
        <span className="block break-words">
          {note || <span className="text-muted-foreground">No note</span>}
        </span>
        <span className="text-muted-foreground text-xs">
          {publishedBy ?? "Somebody"} · <RelativeTime time={createdAt} />
        </span>
      </span>
      {live ? <Badge tone="done">Live</Badge> : null}
      {!live && can("agent.publish") ? (
        <Button
          size="sm"
          busy={activate.isPending}
          onClick={() => activate.mutate({ params: { id: agent.id, number } })}
          aria-label={`Put version ${number} live`}
        >
          Put live
        </Button>
      ) : null}
    </li>
  );
}

function TakeOffline() {
  const { agent } = useAgent();
  const [asking, setAsking] = useState(false);
  const unpublish = useCall(unpublishAgent, { refresh: affected });
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Take offline
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Take “${agent.name}” offline?`}
        description="Its chat page and its address for programs stop answering. Its versions stay, and any of them can be put live again."
        action="Take offline"
        onConfirm={() => unpublish.mutateAsync({ params: { id: agent.id } })}
      />
    </>
  );
}
