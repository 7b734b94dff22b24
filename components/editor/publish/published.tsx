"use client";

import { MessageSquare } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useAgent } from "../agent-context";
import { CallExample } from "./call-example";

/** After publishing: where people and programs reach the agent. */
export function Published({ onClose }: { onClose: () => void }) {
  const { agent } = useAgent();
  return (
    <>
      <DialogBody>
        <Notice tone="done">
          {agent.visibility === "public"
            ? "Anyone with the link can use its chat page."
            : "Members of this workspace can use its chat page."}
        </Notice>
        <CallExample />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Done</Button>
        <Button variant="primary" asChild>
          <a href={`/chat/${agent.slug}`} target="_blank" rel="noreferrer">
            <MessageSquare aria-hidden />
            Open chat page
          </a>
        </Button>
      </DialogFooter>
    </>
  );
}
