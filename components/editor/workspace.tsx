"use client";

import { useQuery } from "@tanstack/react-query";
import { ReactFlowProvider } from "@xyflow/react";
import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";
import { MarksProvider } from "@/components/canvas/marks/use-marks";
import { endpointKey } from "@/components/data/endpoint-key";
import { useMe } from "@/components/data/use-me";
import { DockProvider } from "@/components/run/dock/dock-store";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { ErrorState } from "@/components/ui/error-state";
import { call } from "@/lib/api/client/call";
import { getAgent } from "@/lib/api/contract/agents";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { AgentProvider } from "./agent-context";
import { tabTitle } from "./bar/agent-tabs";
import { EditorShell } from "./editor-shell";
import { InsideProvider } from "./inside/inside-context";
import { EditorProvider } from "./store/editor-context";
import { EditorUiProvider } from "./store/editor-ui";
import { useCollaboration } from "./store/use-collaboration";
import { useOpenEditor } from "./store/use-open-editor";
import { WorkspaceSkeleton } from "./workspace-skeleton";

/** An open agent: its draft is loaded once, and everything below works on that one state. */
export function AgentWorkspace({ agentId, children }: { agentId: string; children: ReactNode }) {
  const input = { params: { id: agentId } };
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: endpointKey(getAgent, input),
    queryFn: ({ signal }) => call(getAgent, input, { signal }),
    // The draft lives in the editor's own state from here on; an old copy must never open it again.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data)
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

function Opened({ agent, children }: { agent: CallOutput<typeof getAgent>; children: ReactNode }) {
  const { can } = useMe();
  const open = useOpenEditor({
    agentId: agent.id,
    document: agent.draft,
    revision: agent.revision,
    readOnly: !can("agent.edit"),
  });
  useCollaboration(agent.id, open);
  const segments = useSelectedLayoutSegments();
  useTabTitle(tabTitle(segments, agent.name));
  return (
    <AgentProvider agent={agent}>
      <EditorProvider store={open.store}>
        <EditorUiProvider>
          <DockProvider agentId={agent.id}>
            <ReactFlowProvider>
              <MarksProvider>
                <InsideProvider agent={open.store} building={segments.length === 0}>
                  <EditorShell open={open} building={segments.length === 0}>
                    {children}
                  </EditorShell>
                </InsideProvider>
              </MarksProvider>
            </ReactFlowProvider>
          </DockProvider>
        </EditorUiProvider>
      </EditorProvider>
    </AgentProvider>
  );
}
