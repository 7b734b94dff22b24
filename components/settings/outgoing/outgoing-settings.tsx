"use client";

import { NeedsPermission } from "../needs-permission";
import { OutgoingCard } from "./outgoing-card";

export function OutgoingSettings() {
  return (
    <NeedsPermission permission="model.read">
      <OutgoingCard />
    </NeedsPermission>
  );
}
