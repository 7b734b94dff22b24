"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { getConfigured } from "@/lib/api/contract/agents";
import { deleteSecret, listSecrets } from "@/lib/api/contract/workspace";
import type { Secret } from "../items";
import { SecretDialog } from "./secret-dialog";

export function SecretRow({ secret }: { secret: Secret }) {
  const { can } = useMe();
  const [doing, setDoing] = useState<"replacing" | "deleting">();
  const remove = useCall(deleteSecret, { refresh: [listSecrets, getConfigured] });
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 pl-4">
        <span className="flex min-w-0 items-center gap-1 font-mono text-xs">
          <span className="truncate">{secret.name}</span>
          <CopyButton value={secret.name} label={`Copy ${secret.name}`} />
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <RelativeTime time={secret.updatedAt} />
      </TableCell>
      <TableCell className="w-0 whitespace-nowrap pr-2 pl-0 text-right">
        {can("secret.manage") ? (
          <>
            <IconButton
              icon={Pencil}
              label={`Replace the value of ${secret.name}`}
              onClick={() => setDoing("replacing")}
            />
            <IconButton icon={Trash2} label={`Delete ${secret.name}`} onClick={() => setDoing("deleting")} />
          </>
        ) : null}
        <SecretDialog
          name={secret.name}
          open={doing === "replacing"}
          onOpenChange={(open) => setDoing(open ? "replacing" : undefined)}
        />
        <ConfirmDialog
          open={doing === "deleting"}
          onOpenChange={(open) => setDoing(open ? "deleting" : undefined)}
          title={`Delete “${secret.name}”?`}
          description="Nodes that use it fail from now on. The value cannot be brought back."
          action="Delete"
          typeToConfirm={secret.name}
          onConfirm={() => remove.mutateAsync({ params: { id: secret.id } })}
        />
      </TableCell>
    </TableRow>
  );
}
