"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/components/data/use-me";
import { useDock } from "@/components/run/dock/dock-store";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useAgent } from "../agent-context";
import { shortcutText } from "../commands/keys";
import { useCommand } from "../commands/use-commands";
import { LateExchangeMenu } from "../exchange/late-exchange-menu";
import { ProblemsButton } from "../problems/problems-button";
import { ProblemsStatus } from "../problems/problems-status";
import { useEditorUiStore } from "../store/editor-ui";
import { comparePath } from "../versions/version-paths";
import { AgentTabs } from "./agent-tabs";
import { SavePill } from "./save-pill";
import { useChangedSinceLive } from "./use-changed-since-live";

/** Name, state and tabs of the open agent, and the two things one does with it. */
export function TopBar({ building }: { building: boolean }) {
  const { agent } = useAgent();
  const { can } = useMe();
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b bg-background px-3 py-1.5 lg:grid lg:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] lg:px-4">
      <div className="flex min-w-0 items-center gap-2 max-lg:flex-1">
        <h1 className="min-w-0 truncate font-semibold text-base">
          <Link
            href={`/agents/${agent.id}`}
            className="inline-block max-w-full truncate rounded-sm align-bottom pointer-coarse:leading-11"
          >
            {agent.name}
          </Link>
        </h1>
        <VersionPill />
        <SavePill />
        <ProblemsButton />
        <ProblemsStatus />
      </div>
      <AgentTabs agentId={agent.id} className="max-lg:order-last max-lg:w-full" />
      <div className="flex items-center justify-end gap-2">
        <LateExchangeMenu building={building} />
        {building && can("run.create") ? <TestRunButton /> : null}
        {can("agent.publish") ? <PublishButton /> : null}
      </div>
    </header>
  );
}

function VersionPill() {
  const { agent } = useAgent();
  const changed = useChangedSinceLive();
  if (agent.liveVersion === null) return <Badge className="max-sm:hidden">Not published</Badge>;
  return (
    <Badge className="max-sm:hidden" title={changed ? "The draft differs from the live version" : undefined}>
      {`v${agent.liveVersion} live`}
      {changed ? (
        <Link
          href={comparePath(agent.id, agent.liveVersion, "draft")}
          className="rounded-sm text-waiting-ink underline-offset-2 hover:underline"
        >
          · changed
        </Link>
      ) : null}
    </Badge>
  );
}

function TestRunButton() {
  const { command, run } = useCommand("test-run");
  const starting = useDock((state) => state.starting);
  return (
    <Button onClick={run} busy={starting}>
      <Play aria-hidden className="sm:hidden" />
      <span className="max-sm:sr-only">{command.label}</span>
      <span aria-hidden className="text-muted-foreground text-xs max-md:hidden">
        {shortcutText(command.keys[0] ?? "")}
      </span>
    </Button>
  );
}

function PublishButton() {
  const ui = useEditorUiStore();
  return (
    <Button variant="primary" onClick={() => ui.setState({ publish: true })}>
      Publish…
    </Button>
  );
}
