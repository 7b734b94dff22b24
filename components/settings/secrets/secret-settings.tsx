"use client";

import { NeedsPermission } from "../needs-permission";
import { SecretsCard } from "./secrets-card";

export function SecretSettings() {
  return (
    <NeedsPermission permission="secret.read">
      <SecretsCard />
    </NeedsPermission>
  );
}
