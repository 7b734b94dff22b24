"use client";

import Link from "next/link";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { PlainMessage } from "@/workflows/events/message";
import { splitAddress } from "@/workflows/graph/node-address";
import type { Changed } from "./apply-changes";
import { useApply } from "./use-apply";

interface ApplyBarProps {
  agentId: string;
  nodeId: string;
  asked: readonly PlainMessage[];
  changed: Changed;
}

/** Takes what was tried over into the node's settings. */
export function ApplyBar({ agentId, nodeId, asked, changed }: ApplyBarProps) {
  const { can } = useMe();
  const apply = useApply({ agentId, nodeId });
  if (!can("agent.edit")) return null;
  const { within } = splitAddress(nodeId);
  const editor = `/agents/${agentId}${within === undefined ? "" : `?in=${encodeURIComponent(within)}`}`;
  return (
    <div className="grid gap-2">
      <div>
        <Button busy={apply.isPending} onClick={() => apply.mutate({ asked, changed })}>
          Apply to the draft
        </Button>
      </div>
      {apply.data ? (
        <Notice
          tone={apply.data.told.length > 0 ? "done" : "waiting"}
          title={
            apply.data.told.length > 0
              ? `The draft has been changed: ${list(apply.data.told)}`
              : "Nothing in the draft was changed"
          }
        >
          {apply.data.left.length > 0 ? (
            <p>{`${list(apply.data.left)} came out of the run's state, so no setting of the node says it.`}</p>
          ) : null}
          <Link href={editor} className="underline underline-offset-2">
            Open the editor
          </Link>
        </Notice>
      ) : null}
    </div>
  );
}

function list(words: readonly string[]): string {
  return new Intl.ListFormat("en").format(words);
}
