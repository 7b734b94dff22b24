import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { workspaces } from "./accounts";
import { createdAt, id, updatedAt } from "./columns";

/** A text for models that agents of a workspace share. */
export const prompts = pgTable(
  "prompts",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** Values of its variables, and what an answer to them must hold. */
    cases: jsonb().notNull().default([]),
    /** Number of the newest version. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex("prompts_name").on(t.workspaceId, sql`lower(${t.name})`)],
);

/** What a prompt was, each time it was saved. */
export const promptVersions = pgTable(
  "prompt_versions",
  {
    promptId: text()
      .notNull()
      .references(() => prompts.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    text: text().notNull(),
    /** The names that it asks for. */
    variables: jsonb().notNull(),
    note: text().notNull().default(""),
    /** Name of whoever saved it. */
    savedBy: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.promptId, t.number] })],
);
