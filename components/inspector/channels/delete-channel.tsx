"use client";

import { useGoToIssue } from "@/components/editor/problems/use-go-to-issue";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { GraphDocument } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import type { ChannelPlace } from "@/workflows/graph/rename-channel";
import { inWords } from "./channel-name";

interface DeleteChannelProps {
  name: string;
  /** Where the channel is used. */
  places: readonly ChannelPlace[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDelete: () => void;
}

/** Says where a channel is used, and leads to each place, before it is deleted. */
export function DeleteChannel({ name, places, open, onOpenChange, onDelete }: DeleteChannelProps) {
  const store = useEditorStore();
  const goTo = useGoToIssue();
  const { document } = store.getState();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete the channel “${name}”?`}
      description={
        <div className="grid gap-2">
          <p>{`It is used in ${inWords(places)}, which would no longer work. You can undo this.`}</p>
          <ul aria-label="Where it is used" className="max-h-56 overflow-y-auto rounded-md border">
            {places.map(({ nodeId, field, label }) => (
              <li key={`${nodeId} ${field}`} className="border-b last:border-b-0">
                <button
                  type="button"
                  onClick={() => {
                    onOpenChange(false);
                    goTo({ path: { nodeId, field } });
                  }}
                  className="flex min-h-8 w-full items-center justify-between gap-3 px-2.5 py-1 text-left hover:bg-accent focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 truncate text-foreground">{titleOf(document, nodeId)}</span>
                  <span className="shrink-0 text-xs">{label}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      }
      action="Delete anyway"
      onConfirm={async () => onDelete()}
    />
  );
}

function titleOf({ nodes }: GraphDocument, nodeId: string): string {
  return own(nodes, nodeId)?.title ?? nodeId;
}
