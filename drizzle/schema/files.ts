import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { workspaces } from "./accounts";
import { agents } from "./agents";
import { createdAt, id, updatedAt } from "./columns";
import { runs, threads } from "./runs";

/** Files that nodes have written. What is in them stands in the store of files, under `blob`. */
export const files = pgTable(
  "files",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    scope: text({ enum: ["run", "thread", "agent"] }).notNull(),
    /** Id of the run, thread or agent. */
    owner: text().notNull(),
    name: text().notNull(),
    contentType: text().notNull(),
    bytes: integer().notNull(),
    blob: text().notNull(),
    /** What it goes with. */
    runId: text().references(() => runs.id, { onDelete: "cascade" }),
    threadId: text().references(() => threads.id, { onDelete: "cascade" }),
    agentId: text().references(() => agents.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("files_name").on(t.workspaceId, t.scope, t.owner, t.name),
    index("files_run").on(t.runId).where(sql`${t.runId} is not null`),
    index("files_thread").on(t.threadId).where(sql`${t.threadId} is not null`),
    index("files_agent").on(t.agentId).where(sql`${t.agentId} is not null`),
  ],
);

/**
 * Contents that no row speaks of, or not yet: noted before they are stored, and by a trigger when their row goes. The
 * housekeeping removes them when they are due.
 */
export const staleBlobs = pgTable(
  "stale_blobs",
  {
    blob: text().primaryKey(),
    dueAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("stale_blobs_due").on(t.dueAt)],
);
