"use client";

import { NeedsPermission } from "../needs-permission";
import { ApiKeysCard } from "./api-keys-card";

export function ApiKeySettings() {
  return (
    <NeedsPermission permission="key.manage">
      <ApiKeysCard />
    </NeedsPermission>
  );
}
