"use client";

import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useMe } from "@/components/data/use-me";
import { EmptyState } from "@/components/ui/empty-state";
import type { Permission } from "@/lib/auth/permissions";
import { roleNames } from "./role-names";

/** Shows a section to those who may see it; tells the others who can help. */
export function NeedsPermission({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { can, role } = useMe();
  if (can(permission)) return children;
  return (
    <EmptyState icon={Lock} title="This is for administrators">
      You are here as {roleNames[role].title.toLowerCase()}. An admin of the workspace can show you this, or
      give you a role that may see it.
    </EmptyState>
  );
}
