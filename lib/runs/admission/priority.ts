import type { runs } from "@/drizzle/schema";

/** People wait in front of a chat and of a test; programs that are in no hurry say nothing, those that are say so. */
export const sourcePriority = {
  chat: 5,
  test: 5,
  api: 0,
  tool: 0,
} as const satisfies Record<(typeof runs.$inferSelect)["source"], number>;
