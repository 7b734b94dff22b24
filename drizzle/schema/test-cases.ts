import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { users, workspaces } from "./accounts";
import { agents } from "./agents";
import { createdAt, id, updatedAt } from "./columns";

/** What an agent is tried with, and what has to come of it. */
export const testCases = pgTable(
  "test_cases",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    agentId: text()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** `signalbox.case/1`. */
    case: jsonb().notNull(),
    /** Recorded results from outside, as text: jsonb would change them. Null: it has none. */
    mocks: text(),
    /** How many of them come from outside. */
    mockCount: integer().notNull().default(0),
    /** Run that it was made from; it may be gone. */
    originRunId: text(),
    /** How it came out last, and of which revision of the draft. */
    lastResult: jsonb(),
    createdBy: text().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index("test_cases_agent").on(t.agentId, t.createdAt)],
);
