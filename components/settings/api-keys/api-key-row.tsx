"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { listApiKeys, revokeApiKey } from "@/lib/api/contract/workspace";
import type { ApiKey } from "../items";
import { scopeNames } from "./scope-names";

export function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const [revoking, setRevoking] = useState(false);
  const revoke = useCall(revokeApiKey, { refresh: [listApiKeys] });
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 pl-4">
        <div className="truncate font-medium">{apiKey.name}</div>
        <div className="truncate font-mono text-muted-foreground text-xs">{apiKey.preview}</div>
      </TableCell>
      <TableCell className="whitespace-nowrap max-sm:hidden">
        <span className="inline-flex gap-1">
          {apiKey.scopes.map((scope) => (
            <Badge key={scope}>{scopeNames[scope].title}</Badge>
          ))}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        {apiKey.lastUsedAt ? <RelativeTime time={apiKey.lastUsedAt} /> : "Never"}
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        <RelativeTime time={apiKey.createdAt} />
      </TableCell>
      <TableCell className="w-0 pr-2 pl-0 text-right">
        <IconButton icon={Trash2} label={`Revoke ${apiKey.name}`} onClick={() => setRevoking(true)} />
        <ConfirmDialog
          open={revoking}
          onOpenChange={setRevoking}
          title={`Revoke “${apiKey.name}”?`}
          description="Programs that use this key are refused from now on. This cannot be undone."
          action="Revoke"
          onConfirm={() => revoke.mutateAsync({ params: { id: apiKey.id } })}
        />
      </TableCell>
    </TableRow>
  );
}
