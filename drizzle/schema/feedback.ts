import { sql } from "drizzle-orm";
import { doublePrecision, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { createdAt, id, updatedAt } from "./columns";
import { runs } from "./runs";

/** What people, programs and evaluators say of runs. It goes with its run. */
export const feedback = pgTable(
  "feedback",
  {
    id: id(),
    workspaceId: text().notNull(),
    agentId: text().notNull(),
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** The conversation: the run's thread, or the one that this is a branch of. */
    threadId: text().notNull(),
    /** Empty: the run. Else a span or a message of it. */
    target: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: ["thumb", "score", "category", "comment"] }).notNull(),
    /** Thumbs are 0 and 1. */
    score: doublePrecision(),
    min: doublePrecision(),
    max: doublePrecision(),
    category: text(),
    comment: text(),
    source: text({ enum: ["chat", "api", "reviewer", "evaluator"] }).notNull(),
    /** Who it is, by kind and id. */
    author: text().notNull(),
    /** As they were called then; null: a visitor. */
    authorName: text(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    /** The run's own time. */
    runCreatedAt: timestamp({ withTimezone: true }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // One voice each; also finds what was said of a run.
    uniqueIndex("feedback_voice").on(t.runId, t.target, t.name, t.author),
    // Runs by a thumb or a score, newest first.
    index("feedback_score").on(t.workspaceId, t.name, t.score, t.runCreatedAt),
    // Runs of which somebody wrote something.
    index("feedback_comments").on(t.workspaceId, t.runCreatedAt).where(sql`${t.comment} is not null`),
    // What was said in a conversation.
    index("feedback_thread").on(t.threadId),
  ],
);
