"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { listInvitations, revokeInvitation } from "@/lib/api/contract/workspace";
import type { Invitation } from "../items";
import { roleNames } from "../role-names";

export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const revoke = useCall(revokeInvitation, { refresh: [listInvitations] });
  const whom = invitation.email ?? "anyone with the link";
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 truncate pl-4">
        {invitation.email ?? "Anyone with the link"}
      </TableCell>
      <TableCell>
        <Badge>{roleNames[invitation.role].title}</Badge>
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <RelativeTime time={invitation.expiresAt} />
      </TableCell>
      <TableCell className="w-0 pr-2 pl-0 text-right">
        <IconButton
          icon={Trash2}
          label={`Withdraw the invitation for ${whom}`}
          onClick={() => setWithdrawing(true)}
        />
        <ConfirmDialog
          open={withdrawing}
          onOpenChange={setWithdrawing}
          title={`Withdraw the invitation for ${whom}?`}
          description="Its link stops working at once. You can make a new one."
          action="Withdraw"
          onConfirm={() => revoke.mutateAsync({ params: { id: invitation.id } })}
        />
      </TableCell>
    </TableRow>
  );
}
