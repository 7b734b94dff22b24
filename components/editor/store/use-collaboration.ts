"use client";

import { useEffect } from "react";
import { joinAgent } from "@/components/realtime/join-agent";
import { getAgent } from "@/lib/api/client/addresses";
import { call } from "@/lib/api/client/call";
import { shapes } from "./late-shapes";
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
        if (!operations) return tryCatchUp();
        const change = { revision, operations, by: by.name, at: new Date().toISOString() };
        const receive = () => autosave.receive(change);
        // It may stand inside a node, and graphs there are read with the schemas.
        if (shapes.current()) receive();
        else shapes.load().then(receive, receive);
      },
      onReconnect: tryCatchUp,
    });
  }, [agentId, open]);
}
