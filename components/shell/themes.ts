import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";

export const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "System", icon: Monitor },
] as const satisfies readonly { value: string; label: string; icon: LucideIcon }[];
