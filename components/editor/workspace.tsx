"use client";

import { useQuery } from "@tanstack/react-query";
import { ReactFlowProvider } from "@xyflow/react";
import { useSearchParams, useSelectedLayoutSegments } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { MarksProvider } from "@/components/canvas/marks/use-marks";
import { askEarly } from "@/components/data/ask-early";
import { endpointKey } from "@/components/data/endpoint-key";
import { useMe } from "@/components/data/use-me";
import { nodeRegistry } from "@/components/node-types/node-registry";
import { DockProvider } from "@/components/run/dock/dock-store";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { ErrorState } from "@/components/ui/error-state";
import { expectPicture, pictureShown } from "@/components/ui/first-picture";
import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { useLateModule } from "@/components/ui/use-late-module";
import { getAgent } from "@/lib/api/client/addresses";
import { call } from "@/lib/api/client/call";
import type * as agents from "@/lib/api/contract/agents";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { AgentProvider } from "./agent-context";
import { tabTitle } from "./bar/agent-tabs";
import { BreakpointsProvider } from "./breakpoints/breakpoints-context";
import { EditorShell } from "./editor-shell";
import { InsideProvider } from "./inside/inside-context";
import { EditorProvider } from "./store/editor-context";
import { EditorUiProvider } from "./store/editor-ui";
import { hasUnsaved } from "./store/kept-unsaved";
import { shapes } from "./store/late-shapes";
import { useCollaboration } from "./store/use-collaboration";
import { useOpenEditor } from "./store/use-open-editor";
import { WorkspaceSkeleton } from "./workspace-skeleton";

const draftChecks = lateCode(async () => {
  await nodeRegistry.load();
  return (await import("./store/draft-checks")).DraftChecks;
});

/** An open agent: its draft is loaded once, and everything below works on that one state. */
export function AgentWorkspace({ agentId, children }: { agentId: string; children: ReactNode }) {
  const key = { params: { id: agentId } };
  const input = { ...key, query: { cards: "true" } } as const;
  askEarly(getAgent, input);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: endpointKey(getAgent, key),
    queryFn: ({ signal }) => call(getAgent, input, { signal }),
    // The draft lives in the editor's own state from here on; an old copy must never open it again.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Work that was kept, and a graph inside a node, are read with the schemas.
  const { user } = useMe();
  const isInside = useSearchParams().has("in");
  const [early] = useState(() => isInside || hasUnsaved(user.id, agentId));
  const schemas = useLateModule(shapes, early);
  useEffect(expectPicture, []);
  useEffect(() => {
    if (error) pictureShown();
  }, [error]);
  if (data && (!early || schemas))
    return (
      <Opened key={agentId} agent={data}>
        {children}
      </Opened>
    );
  if (!error) return <WorkspaceSkeleton />;
  return (
    <ErrorState
      title="The agent could not be opened"
      error={error}
      onRetry={() => void refetch()}
      retrying={isFetching}
    />
  );
}

function Opened({ agent, children }: { agent: CallOutput<typeof agents.getAgent>; children: ReactNode }) {
  const { can } = useMe();
  const open = useOpenEditor({
    agentId: agent.id,
    document: agent.draft,
    cards: agent.cards,
    revision: agent.revision,
    readOnly: !can("agent.edit"),
  });
  useCollaboration(agent.id, open);
  const segments = useSelectedLayoutSegments();
  const building = segments.length === 0;
  useEffect(() => {
    // The other tabs have no canvas to wait for.
    if (!building) pictureShown();
  }, [building]);
  useTabTitle(tabTitle(segments, agent.name));
  return (
    <AgentProvider agent={agent}>
      <EditorProvider store={open.store}>
        <Late code={draftChecks} props={{ store: open.store }} />
        <EditorUiProvider>
          <DockProvider agentId={agent.id}>
            <BreakpointsProvider agentId={agent.id}>
              <ReactFlowProvider>
                <MarksProvider>
                  <InsideProvider agent={open.store} building={building}>
                    <EditorShell open={open} building={building}>
                      {children}
                    </EditorShell>
                  </InsideProvider>
                </MarksProvider>
              </ReactFlowProvider>
            </BreakpointsProvider>
          </DockProvider>
        </EditorUiProvider>
      </EditorProvider>
    </AgentProvider>
  );
}
