"use client";

import { Inbox as InboxIcon } from "lucide-react";
import Link from "next/link";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { matches } from "@/components/ui/matches";
import { SearchField } from "@/components/ui/search-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { InboxItem } from "./inbox-item";
import { type InboxStatus, type InboxWhose, useInterrupts } from "./use-interrupts";
import { useSeen } from "./use-seen";

const tabs = [
  { value: "waiting", label: "Waiting" },
  { value: "answered", label: "Answered" },
] as const;

const whoseTabs = [
  { value: "all", label: "All" },
  { value: "mine", label: "For me" },
  { value: "groups", label: "My groups" },
] as const;

/** Every pause of the workspace that waits for a person, and those that were answered. */
export function Inbox() {
  const [tab, setTab] = useQueryState(
    "tab",
    parseAsStringLiteral(["waiting", "answered"]).withDefault("waiting"),
  );
  const [highlighted] = useQueryState("id", parseAsString);
  const [search, setSearch] = useState("");
  const [whose, setWhose] = useQueryState(
    "for",
    parseAsStringLiteral(["all", "mine", "groups"]).withDefault("all"),
  );
  const list = useInterrupts(tab, whose);
  const waiting = list.data?.pages[0]?.waiting;
  useTabTitle(waiting ? `Approvals (${waiting})` : undefined);
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const items = useSeen(all, `${tab} ${whose}`).filter(({ item }) =>
    matches(search, item.nodeTitle, item.agentName, item.payload.message),
  );

  return (
    <div className="grid max-w-3xl gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="Which approvals"
          options={tabs}
          value={tab}
          onValueChange={(next) => void setTab(next)}
        />
        <SegmentedControl
          label="For whom"
          options={whoseTabs}
          value={whose}
          onValueChange={(next) => void setWhose(next)}
        />
        <SearchField
          label="Search approvals"
          value={search}
          onValueChange={setSearch}
          className="min-w-48 flex-1"
        />
      </div>
      {list.isPending ? <SkeletonRows rows={3} label="Loading approvals" /> : null}
      {list.isError ? (
        <ErrorState
          title="The approvals could not be loaded"
          error={list.error}
          onRetry={() => void list.refetch()}
          retrying={list.isFetching}
        />
      ) : null}
      {list.isSuccess && items.length === 0 ? (
        <NothingHere tab={tab} whose={whose} searching={search !== ""} />
      ) : null}
      {items.map(({ item, gone }) => (
        <InboxItem key={item.id} interrupt={item} gone={gone} highlighted={item.id === highlighted} />
      ))}
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

interface NothingHereProps {
  tab: InboxStatus;
  whose: InboxWhose;
  searching: boolean;
}

function NothingHere({ tab, whose, searching }: NothingHereProps) {
  if (searching) {
    return (
      <EmptyState icon={InboxIcon} title="No approval matches">
        Try other words, or look in the other tab.
      </EmptyState>
    );
  }
  if (whose !== "all") {
    return (
      <EmptyState
        icon={InboxIcon}
        title={whose === "mine" ? "Nothing is for you" : "Nothing is for your groups"}
      >
        {whose === "mine"
          ? "Here stands what names you, or was passed on to you."
          : "Here stands what is for your role, or for everybody who may answer."}
      </EmptyState>
    );
  }
  if (tab === "answered") {
    return (
      <EmptyState icon={InboxIcon} title="Nothing was answered yet">
        Decisions stay here, with who took them and when.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={InboxIcon}
      title="Nothing waits for you"
      action={
        <Button asChild>
          <Link href="/agents">See the agents</Link>
        </Button>
      }
    >
      When a run reaches a Human node it pauses, and its question appears here. The run goes on as soon as
      somebody answers.
    </EmptyState>
  );
}
