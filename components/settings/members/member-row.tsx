"use client";

import { UserMinus } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Avatar } from "@/components/ui/avatar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { listMembers, removeMember } from "@/lib/api/contract/workspace";
import type { Member } from "../items";
import { MemberRole } from "./member-role";

export function MemberRow({ member }: { member: Member }) {
  const { user, can } = useMe();
  const [removing, setRemoving] = useState(false);
  const remove = useCall(removeMember, { refresh: [listMembers] });
  const self = member.userId === user.id;
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 pl-4">
        <div className="flex items-center gap-2.5">
          <Avatar name={member.name} id={member.userId} decorative />
          <div className="min-w-0">
            <div className="truncate font-medium">
              {member.name}
              {self ? <span className="ml-1.5 font-normal text-muted-foreground">you</span> : null}
            </div>
            <div className="truncate text-muted-foreground text-xs">{member.email}</div>
          </div>
        </div>
      </TableCell>
      <TableCell>
        <MemberRole member={member} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        <RelativeTime time={member.joinedAt} />
      </TableCell>
      <TableCell className="w-0 pr-2 pl-0 text-right">
        {can("member.manage") && !self ? (
          <IconButton icon={UserMinus} label={`Remove ${member.name}`} onClick={() => setRemoving(true)} />
        ) : null}
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={`Remove “${member.name}” from the workspace?`}
          description="They are signed out of it at once. Their agents and runs stay."
          action="Remove"
          onConfirm={() => remove.mutateAsync({ params: { userId: member.userId } })}
        />
      </TableCell>
    </TableRow>
  );
}
