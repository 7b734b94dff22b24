import type { SelectOption } from "@/components/ui/select";
import { type Role, roles } from "@/lib/auth/permissions";
import { roleNames } from "../role-names";

/** The roles as options, each with what it may do. */
export const roleOptions: SelectOption<Role>[] = roles.map((role) => ({
  value: role,
  label: roleNames[role].title,
  description: roleNames[role].may,
}));
