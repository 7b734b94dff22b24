"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { StillCanvas, StillGraph } from "@/components/canvas/still-canvas";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { SettingsTab } from "@/components/inspector/node/settings-tab";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getVersion } from "@/lib/api/contract/agents";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { useAgent } from "../agent-context";
import { nothingSelected, selectNodes } from "../store/selection";
import { RestoreButton } from "./restore-button";
import { useActivate } from "./use-activate";
import { comparePath } from "./version-paths";

/** One version as it was published: its graph to look at, and the settings of each node. */
export function VersionScreen({ number }: { number: number }) {
  const { agent } = useAgent();
  const { data, error, refetch, isFetching } = useEndpoint(getVersion, { params: { id: agent.id, number } });
  if (data) return <Version key={number} version={data} />;
  if (!error) return <SkeletonRows rows={8} label={`Loading version ${number}`} />;
  return (
    <ErrorState
      title={`Version ${number} could not be opened`}
      error={error}
      onRetry={() => void refetch()}
      retrying={isFetching}
      action={
        <Button asChild>
          <Link href={`/agents/${agent.id}/publish`}>All versions</Link>
        </Button>
      }
    />
  );
}

function Version({ version }: { version: CallOutput<typeof getVersion> }) {
  const { document, number } = version;
  const [nodeId, setNodeId] = useQueryState("node", parseAsString);
  const known = nodeId !== null && Object.hasOwn(document.nodes, nodeId) ? nodeId : null;
  const selection = useMemo(() => (known === null ? nothingSelected : selectNodes([known])), [known]);
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:block max-lg:overflow-y-auto">
      <Head version={version} />
      <StillGraph document={document} selection={selection}>
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          <div className="relative min-h-72 min-w-0 flex-1 max-lg:h-96 max-lg:flex-none">
            <StillCanvas label={`Graph of version ${number}`} onSelectNode={(id) => void setNodeId(id)} />
          </div>
          <aside
            aria-label="Settings"
            className="min-h-0 overflow-y-auto border-l bg-background max-lg:border-t max-lg:border-l-0 lg:w-96"
          >
            {known === null ? (
              <p className="p-4 text-muted-foreground">Choose a node to read its settings.</p>
            ) : (
              <SettingsTab key={known} nodeId={known} />
            )}
          </aside>
        </div>
      </StillGraph>
    </div>
  );
}

function Head({ version }: { version: CallOutput<typeof getVersion> }) {
  const { agent } = useAgent();
  const { can } = useMe();
  const { number, note, publishedBy, createdAt, live } = version;
  const { busy, activate } = useActivate(number);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2">
      <Button asChild variant="ghost" size="sm">
        <Link href={`/agents/${agent.id}/publish`}>
          <ArrowLeft aria-hidden />
          Versions
        </Link>
      </Button>
      <div className="min-w-40 flex-1">
        <h2 className="flex items-center gap-2 font-semibold">
          {`Version ${number}`}
          {live ? <Badge tone="done">Live</Badge> : null}
        </h2>
        <p className="truncate text-muted-foreground text-xs" title={note || undefined}>
          {note ? `${note} · ` : null}
          {publishedBy ?? "Somebody"} · <RelativeTime time={createdAt} />
        </p>
      </div>
      <Button asChild size="sm">
        <Link href={comparePath(agent.id, number, "draft")}>Compare with draft</Link>
      </Button>
      <RestoreButton number={number} />
      {!live && can("agent.publish") ? (
        <Button size="sm" busy={busy} onClick={activate}>
          Put live
        </Button>
      ) : null}
    </header>
  );
}
