"use client";

import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { listMembers, updateMember } from "@/lib/api/contract/workspace";
import type { Member } from "../items";
import { roleNames } from "../role-names";
import { roleOptions } from "./role-options";

/** A member's role; whoever may manage members changes it here, in force at once. */
export function MemberRole({ member }: { member: Member }) {
  const { can } = useMe();
  const update = useCall(updateMember, {
    refresh: [listMembers],
    onSuccess: (changed) =>
      toast.done(`${changed.name} is now ${roleNames[changed.role].title.toLowerCase()}`),
    onError: (error) => toast.failed(`The role of ${member.name} could not be changed`, error),
  });
  if (!can("member.manage")) return <Badge>{roleNames[member.role].title}</Badge>;
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      className="w-28 sm:w-32"
      options={roleOptions}
      value={update.isPending ? update.variables.body.role : member.role}
      disabled={update.isPending}
      onValueChange={(role) => update.mutate({ params: { userId: member.userId }, body: { role } })}
    />
  );
}
