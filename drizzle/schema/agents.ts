import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users, workspaces } from "./accounts";
import { createdAt, id, updatedAt } from "./columns";

export const agents = pgTable(
  "agents",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** Unique over the installation: it is the address of the chat page. */
    slug: text().notNull(),
    visibility: text({ enum: ["workspace", "public"] })
      .notNull()
      .default("workspace"),
    draft: jsonb().notNull(),
    /** Grows by one with every accepted change of the draft. */
    revision: integer().notNull().default(1),
    liveVersion: integer(),
    /** How many of its runs may run at once; absent keys: only the workspace's limits count. */
    runLimits: jsonb().notNull().default({}),
    /** Class of what it works on, and where models that see it have to run; absent keys are its workspace's. */
    dataRules: jsonb().notNull().default({}),
    /** Only a draft of which all test cases came out well is published. */
    testsRequired: boolean().notNull().default(false),
    /** Who chats with it can say what they think of its answers. */
    asksFeedback: boolean().notNull().default(true),
    createdBy: text().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("agents_slug").on(t.slug)],
);

/** Immutable once written, but for the note. */
export const agentVersions = pgTable(
  "agent_versions",
  {
    agentId: text()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    document: jsonb().notNull(),
    /** Hash of the canonical semantic form: equal for graphs that mean the same. */
    hash: text().notNull(),
    note: text().notNull().default(""),
    publishedBy: text().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.number] })],
);

/** Applied operations per revision: lets a stale editor see what changed, and by whom. */
export const draftChanges = pgTable(
  "draft_changes",
  {
    agentId: text()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** The revision this change led to. */
    revision: integer().notNull(),
    operations: jsonb().notNull(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.revision] })],
);
