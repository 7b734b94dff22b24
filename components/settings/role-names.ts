import type { Role } from "@/lib/auth/permissions";

export const roleNames: Record<Role, { title: string; may: string }> = {
  admin: { title: "Admin", may: "Everything, including members, models and keys" },
  developer: { title: "Developer", may: "Builds, runs and publishes agents" },
  analyst: { title: "Analyst", may: "Reads runs and answers approvals" },
  viewer: { title: "Viewer", may: "Looks at agents and runs, and chats" },
};
