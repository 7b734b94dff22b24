import { index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users, workspaces } from "./accounts";
import { createdAt, id, updatedAt } from "./columns";
import { runs } from "./runs";

/**
 * What runs that have ended were given and gave, for searching: apart from the runs, so that no run waits for its
 * index. A trigram index stands on the text where the database has that extension (migration `run-lists`).
 */
export const runTexts = pgTable(
  "run_texts",
  {
    runId: text()
      .primaryKey()
      .references(() => runs.id, { onDelete: "cascade" }),
    workspaceId: text().notNull(),
    /** In small letters. */
    text: text().notNull(),
    /** The run's own. */
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("run_texts_workspace").on(t.workspaceId, t.createdAt)],
);

export const runTags = pgTable(
  "run_tags",
  {
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    workspaceId: text().notNull(),
    tag: text().notNull(),
    /** The run's own. */
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.tag] }),
    index("run_tags_tag").on(t.workspaceId, t.tag, t.createdAt),
  ],
);

/** Lists of runs that somebody keeps for themselves, or for everybody. */
export const runListViews = pgTable(
  "run_list_views",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null: seen by its owner alone; else by everybody in the workspace. */
    sharedAt: timestamp({ withTimezone: true }),
    name: text().notNull(),
    /** Filters, order and columns. */
    view: jsonb().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex("run_list_views_name").on(t.workspaceId, t.userId, t.name)],
);
