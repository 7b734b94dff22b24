"use client";

import { MailPlus, UserPlus } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortHeader } from "@/components/ui/sort-header";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listInvitations } from "@/lib/api/contract/workspace";
import type { Invitation } from "../items";
import { roleNames } from "../role-names";
import { InvitationRow } from "./invitation-row";
import { InviteDialog } from "./invite-dialog";

export function InvitationsCard() {
  const [inviting, setInviting] = useState(false);
  const invitations = useEndpoint(listInvitations, {});
  const list = useListState({
    prefix: "i",
    columns: {
      email: (invitation: Invitation) => invitation.email,
      expires: (invitation) => invitation.expiresAt,
    },
    start: { by: "expires", direction: "desc" },
    text: (invitation) => [invitation.email, roleNames[invitation.role].title],
  });
  const order = { sort: list.sort, onSort: list.setSort };
  const invite = (
    <Button onClick={() => setInviting(true)}>
      <UserPlus aria-hidden />
      Invite
    </Button>
  );
  return (
    <Card>
      <CardHeader
        title="Open invitations"
        description="Each is a link that makes one account."
        actions={invite}
      />
      <ListView
        bare
        query={invitations}
        list={list}
        noun="invitations"
        empty={
          <EmptyState icon={MailPlus} title="No open invitations" className="py-8">
            Make a link, send it to somebody, and they join with the role you chose.
          </EmptyState>
        }
      >
        {(items) => (
          <Table aria-label="Open invitations">
            <TableHead>
              <TableRow>
                <SortHeader column="email" className="pl-4" {...order}>
                  For
                </SortHeader>
                <TableHeader>Role</TableHeader>
                <SortHeader column="expires" {...order}>
                  Expires
                </SortHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
            </TableBody>
          </Table>
        )}
      </ListView>
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </Card>
  );
}
