"use client";

import { useEffect } from "react";
import { joinAgent } from "@/components/realtime/join-agent";
import { call } from "@/lib/api/client/call";
import { getAgent } from "@/lib/api/contract/agents";
import type { OpenEditor } from "./use-open-editor";

/** Takes over what others change in the same agent, as they change it. */
export function useCollaboration(agentId: string, open: OpenEditor): void {
  useEffect(() => {
    const { store, autosave } = open;

    /** After a gap in the connection the whole draft is read again, unless something of ours waits to be saved. */
    const catchUp = async () => {
      const { draft, revision } = await call(getAgent, { params: { id: agentId } });
      store.getState().refresh(draft, revision);
    };
    // A failure leaves the draft as it is; the next save finds out what was missed.
    const tryCatchUp = () => void catchUp().catch(() => {});
    return joinAgent({
      agentId,
      onChange({ revision, operations, by }) {
        if (operations) autosave.receive({ revision, operations, by: by.name, at: new Date().toISOString() });
        else tryCatchUp();
      },
      onReconnect: tryCatchUp,
    });
  }, [agentId, open]);
}
