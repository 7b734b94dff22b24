"use client";

import Link from "next/link";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { listVersions } from "@/lib/api/contract/agents";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { useAgent } from "../../agent-context";
import { useActivate } from "../use-activate";
import { versionPath } from "../version-paths";
import { VersionMenu } from "./version-menu";

export type VersionItem = CallOutput<typeof listVersions>["items"][number];

/** A version in the list: what, who, when, and what to do with it. */
export function VersionRow({ version }: { version: VersionItem }) {
  const { agent } = useAgent();
  const { can } = useMe();
  const { number, note, publishedBy, createdAt, live } = version;
  const { busy, activate } = useActivate(number);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <Link
        href={versionPath(agent.id, number)}
        aria-label={`v${number}, open`}
        className="w-10 rounded-sm font-medium tabular-nums underline decoration-input underline-offset-4 hover:decoration-current"
      >
        {`v${number}`}
      </Link>
      <span className="min-w-40 flex-1">
        <span className="block whitespace-pre-line break-words">
          {note || <span className="text-muted-foreground">No note</span>}
        </span>
        <span className="text-muted-foreground text-xs">
          {publishedBy ?? "Somebody"} · <RelativeTime time={createdAt} />
        </span>
      </span>
      {live ? <Badge tone="done">Live</Badge> : null}
      {!live && can("agent.publish") ? (
        <Button size="sm" busy={busy} onClick={activate} aria-label={`Put live, version ${number}`}>
          Put live
        </Button>
      ) : null}
      <VersionMenu version={version} />
    </li>
  );
}
