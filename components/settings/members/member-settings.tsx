"use client";

import { useMe } from "@/components/data/use-me";
import { InvitationsCard } from "./invitations-card";
import { MembersCard } from "./members-card";

export function MemberSettings() {
  const { can } = useMe();
  return (
    <>
      <MembersCard />
      {can("member.manage") ? <InvitationsCard /> : null}
    </>
  );
}
