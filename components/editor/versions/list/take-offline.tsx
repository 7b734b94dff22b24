"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { unpublishAgent } from "@/lib/api/contract/agents";
import { useAgent } from "../../agent-context";
import { liveShownBy } from "../use-activate";

/** Ends the agent's being reachable, after a question. */
export function TakeOffline() {
  const { agent } = useAgent();
  const [asking, setAsking] = useState(false);
  const unpublish = useCall(unpublishAgent, { refresh: liveShownBy });
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
