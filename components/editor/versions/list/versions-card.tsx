"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listVersions } from "@/lib/api/contract/agents";
import { useAgent } from "../../agent-context";
import { useEditorUiStore } from "../../store/editor-ui";
import { DraftRow } from "./draft-row";
import { TakeOffline } from "./take-offline";
import { type VersionItem, VersionRow } from "./version-row";

/** Rows at first, and more with each press. */
const PAGE = 20;

/** The draft and every published version; any of them can be opened, and put live again with one click. */
export function VersionsCard() {
  const { agent } = useAgent();
  const { can } = useMe();
  const query = useEndpoint(listVersions, { params: { id: agent.id } });
  const list = useListState<VersionItem, "number">({
    columns: { number: ({ number }) => number },
    start: { by: "number", direction: "desc" },
    text: ({ number, note, publishedBy }) => [`v${number}`, `version ${number}`, note, publishedBy],
  });
  const newest = query.data?.items[0]?.number;
  return (
    <Card>
      <CardHeader
        title="Versions"
        description="A version never changes. Going back takes effect at once; runs under way finish on the version they began with."
        actions={agent.liveVersion !== null && can("agent.publish") ? <TakeOffline /> : null}
      />
      {newest === undefined ? null : <DraftRow newest={newest} />}
      <div className={newest === undefined ? undefined : "border-t pt-3"}>
        <ListView query={query} list={list} noun="versions" bare empty={<NoVersions />}>
          {(items) => <Rows key={list.search} items={items} />}
        </ListView>
      </div>
    </Card>
  );
}

function Rows({ items }: { items: readonly VersionItem[] }) {
  const [shown, setShown] = useState(PAGE);
  const rest = items.length - shown;
  return (
    <>
      <ul className="divide-y">
        {items.slice(0, shown).map((version) => (
          <VersionRow key={version.number} version={version} />
        ))}
      </ul>
      {rest > 0 ? (
        <div className="flex justify-center border-t p-3">
          <Button onClick={() => setShown(shown + PAGE)}>{`Show ${Math.min(rest, PAGE)} more`}</Button>
        </div>
      ) : null}
    </>
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
