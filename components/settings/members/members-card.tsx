"use client";

import { Users } from "lucide-react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortHeader } from "@/components/ui/sort-header";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listMembers } from "@/lib/api/contract/workspace";
import { roles } from "@/lib/auth/permissions";
import type { Member } from "../items";
import { roleNames } from "../role-names";
import { MemberRow } from "./member-row";

export function MembersCard() {
  const members = useEndpoint(listMembers, {});
  const list = useListState({
    columns: {
      name: (member: Member) => member.name,
      role: (member) => roles.indexOf(member.role),
      joined: (member) => member.joinedAt,
    },
    start: { by: "name", direction: "asc" },
    text: (member) => [member.name, member.email, roleNames[member.role].title],
  });
  const order = { sort: list.sort, onSort: list.setSort };
  return (
    <Card>
      <CardHeader title="Members" description="People of this workspace and what they may do." />
      <ListView
        bare
        query={members}
        list={list}
        noun="members"
        empty={
          <EmptyState icon={Users} title="No members">
            Invite somebody below.
          </EmptyState>
        }
      >
        {(items) => (
          <Table aria-label="Members">
            <TableHead>
              <TableRow>
                <SortHeader column="name" className="pl-4" {...order}>
                  Name
                </SortHeader>
                <SortHeader column="role" {...order}>
                  Role
                </SortHeader>
                <SortHeader column="joined" className="max-md:hidden" {...order}>
                  Joined
                </SortHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((member) => (
                <MemberRow key={member.userId} member={member} />
              ))}
            </TableBody>
          </Table>
        )}
      </ListView>
    </Card>
  );
}
