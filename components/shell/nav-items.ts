import { ChartColumn, CircleCheckBig, type LucideIcon, Play, Settings, Workflow } from "lucide-react";
import type { Permission } from "@/lib/auth/permissions";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  needs: Permission;
}

export const approvalsHref = "/approvals";

export const navItems: readonly NavItem[] = [
  { href: "/agents", label: "Agents", icon: Workflow, needs: "agent.read" },
  { href: "/runs", label: "Runs", icon: Play, needs: "run.read" },
  { href: "/dashboards", label: "Dashboards", icon: ChartColumn, needs: "run.read" },
  { href: approvalsHref, label: "Approvals", icon: CircleCheckBig, needs: "interrupt.read" },
];

export const settingsItem: NavItem = {
  href: "/settings",
  label: "Settings",
  icon: Settings,
  needs: "member.read",
};

/** Whether the page at `pathname` belongs to this item. */
export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}
