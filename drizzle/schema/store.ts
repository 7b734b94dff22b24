import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users, workspaces } from "./accounts";
import { agents } from "./agents";
import { createdAt, id, updatedAt } from "./columns";
import { runs, threads } from "./runs";

/** What runs keep by key beyond their own end. */
export const storeItems = pgTable(
  "store_items",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    scope: text({ enum: ["thread", "user", "agent"] }).notNull(),
    /** Id of the thread, person (or visitor) or agent. */
    owner: text().notNull(),
    key: text().notNull(),
    value: jsonb().notNull(),
    expiresAt: timestamp({ withTimezone: true }),
    /** What it goes with. A visitor has no row. */
    threadId: text().references(() => threads.id, { onDelete: "cascade" }),
    userId: text().references(() => users.id, { onDelete: "cascade" }),
    agentId: text().references(() => agents.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("store_items_key").on(t.workspaceId, t.scope, t.owner, t.key),
    index("store_items_thread").on(t.threadId).where(sql`${t.threadId} is not null`),
    index("store_items_user").on(t.userId).where(sql`${t.userId} is not null`),
    index("store_items_agent").on(t.agentId).where(sql`${t.agentId} is not null`),
    index("store_items_expired").on(t.expiresAt).where(sql`${t.expiresAt} is not null`),
  ],
);

/** Changes of the store that were made, by the call's key: one that is made again changes nothing. */
export const storeCalls = pgTable(
  "store_calls",
  {
    callKey: text().primaryKey(),
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** What the change gave back, as `{value}`. */
    result: jsonb(),
  },
  (t) => [index("store_calls_run").on(t.runId)],
);
