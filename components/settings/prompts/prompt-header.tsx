"use client";

import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { getConfigured } from "@/lib/api/contract/agents";
import { deletePrompt, listPrompts } from "@/lib/api/contract/prompts";
import type { Prompt } from "./items";
import { RenamePromptDialog } from "./rename-prompt-dialog";

/** What the prompt is called, and which agents take it. */
export function PromptHeader({ prompt }: { prompt: Prompt }) {
  const { id, name, description, usedBy } = prompt;
  const mayEdit = useMe().can("agent.edit");
  const router = useRouter();
  const [doing, setDoing] = useState<"renaming" | "deleting">();
  const remove = useCall(deletePrompt, { refresh: [listPrompts, getConfigured] });
  return (
    <Card>
      <CardHeader
        title={<span className="break-words">{name}</span>}
        description={description || undefined}
        actions={
          mayEdit ? (
            <>
              <IconButton icon={Pencil} label={`Rename ${name}`} onClick={() => setDoing("renaming")} />
              <IconButton icon={Trash2} label={`Delete ${name}`} onClick={() => setDoing("deleting")} />
            </>
          ) : undefined
        }
      />
      <CardBody>
        <p className="text-muted-foreground text-sm">
          {usedBy.length === 0 ? "No agent takes it yet. Choose it in a Model or Agent node." : "Used by "}
          {usedBy.map((agent, index) => (
            <span key={agent.id}>
              {index > 0 ? ", " : null}
              <Link href={`/agents/${agent.id}`} className="text-foreground underline underline-offset-2">
                {agent.name}
              </Link>
            </span>
          ))}
        </p>
      </CardBody>
      {doing === "renaming" ? (
        <RenamePromptDialog prompt={prompt} onClose={() => setDoing(undefined)} />
      ) : null}
      <ConfirmDialog
        open={doing === "deleting"}
        onOpenChange={(open) => setDoing(open ? "deleting" : undefined)}
        title={`Delete the prompt “${name}”?`}
        description={
          usedBy.length === 0
            ? "Its versions and test cases go with it. Published agents keep the texts they have."
            : "Agents use it, so it will be refused. Write the text there first, or choose another prompt."
        }
        action="Delete"
        onConfirm={async () => {
          await remove.mutateAsync({ params: { id } });
          router.push("/settings/prompts");
        }}
      />
    </Card>
  );
}
