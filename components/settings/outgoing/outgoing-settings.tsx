"use client";

import { useMe } from "@/components/data/use-me";
import { NeedsPermission } from "../needs-permission";
import { EgressCard } from "./egress-card";
import { OutgoingCard } from "./outgoing-card";

export function OutgoingSettings() {
  const mayManage = useMe().can("workspace.manage");
  return (
    <NeedsPermission permission="model.read">
      <OutgoingCard />
      {mayManage ? <EgressCard /> : null}
    </NeedsPermission>
  );
}
