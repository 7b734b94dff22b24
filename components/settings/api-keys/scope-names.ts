import type { KeyScope } from "@/lib/auth/permissions";

export const scopeNames: Record<KeyScope, { title: string; may: string }> = {
  run: { title: "Run", may: "Calls published agents, answers their pauses and stops their runs" },
  read: { title: "Read", may: "Reads agents, runs, traces and the inbox" },
  manage: { title: "Manage", may: "Also creates, changes, publishes and deletes agents" },
};
