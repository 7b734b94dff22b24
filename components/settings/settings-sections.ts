import {
  Activity,
  BookOpenText,
  Boxes,
  ChartNetwork,
  DatabaseBackup,
  HeartPulse,
  KeyRound,
  type LucideIcon,
  Mail,
  Palette,
  PlugZap,
  SlidersHorizontal,
  Users,
  Vault,
} from "lucide-react";
import type { Permission } from "@/lib/auth/permissions";

export interface SettingsSection {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Who sees it at all; what they may change there is asked again at each control. */
  needs?: Permission;
}

export const settingsSections: readonly SettingsSection[] = [
  { href: "/settings/workspace", label: "Workspace", icon: SlidersHorizontal },
  { href: "/settings/members", label: "Members", icon: Users, needs: "member.read" },
  { href: "/settings/models", label: "Models", icon: Boxes, needs: "model.read" },
  { href: "/settings/tools", label: "Tools", icon: PlugZap, needs: "tool.read" },
  { href: "/settings/prompts", label: "Prompts", icon: BookOpenText, needs: "agent.read" },
  { href: "/settings/outgoing", label: "Outgoing calls", icon: HeartPulse, needs: "model.read" },
  { href: "/settings/email", label: "E-mail", icon: Mail, needs: "workspace.manage" },
  { href: "/settings/telemetry", label: "Telemetry", icon: ChartNetwork, needs: "workspace.manage" },
  { href: "/settings/secrets", label: "Secrets", icon: Vault, needs: "secret.read" },
  { href: "/settings/api-keys", label: "API keys", icon: KeyRound, needs: "key.manage" },
  { href: "/settings/data", label: "Keeping data", icon: DatabaseBackup, needs: "workspace.manage" },
  { href: "/settings/system", label: "System", icon: Activity, needs: "system.read" },
  { href: "/settings/appearance", label: "Appearance", icon: Palette },
];
