import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { workspaces } from "./accounts";
import { createdAt, id, updatedAt } from "./columns";

/** An API description or an MCP server from which a workspace imports tools. */
export const toolSources = pgTable(
  "tool_sources",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    name: text().notNull(),
    /** What calls begin with. */
    address: text(),
    /** Where its description is fetched from. */
    describedAt: text(),
    /** The operator's name for the command of an MCP server, instead of an address. */
    command: text(),
    /** How calls say who they are; secrets by name alone. */
    auth: jsonb().notNull(),
    allowPrivate: boolean().notNull().default(false),
    /** Its description, where it was pasted. */
    document: text(),
    version: text(),
    lastContactAt: timestamp({ withTimezone: true }),
    lastError: text(),
    /** The end of what its command said on stderr. */
    lastStderr: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("tool_sources_workspace").on(t.workspaceId),
    uniqueIndex("tool_sources_code").on(t.workspaceId).where(sql`${t.kind} = 'code'`),
  ],
);

/** A tool that agents may use, as it was when somebody approved it. */
export const sourceTools = pgTable(
  "source_tools",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    sourceId: text()
      .notNull()
      .references(() => toolSources.id, { onDelete: "cascade" }),
    /** By which its source knows it. */
    key: text().notNull(),
    /** By which models call it. */
    name: text().notNull(),
    group: text().notNull(),
    title: text().notNull(),
    /** What of it was approved. */
    contract: jsonb().notNull(),
    hash: text().notNull(),
    /** What the source says of it now, where that is something else. */
    pending: jsonb(),
    /** Its source has it no more. */
    gone: boolean().notNull().default(false),
    settings: jsonb().notNull().default({}),
    version: integer().notNull().default(1),
    /** Calls that kept answers could serve, and how many of them they did. */
    keptCalls: integer().notNull().default(0),
    keptHits: integer().notNull().default(0),
    approvedBy: text(),
    approvedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("source_tools_key").on(t.sourceId, t.key),
    uniqueIndex("source_tools_name").on(t.workspaceId, t.name),
  ],
);

/** A sign-in by OAuth at an MCP server: what we are there, and what we were given. */
export const toolGrants = pgTable("tool_grants", {
  id: id(),
  workspaceId: text()
    .notNull()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  /** The server that it is for. */
  address: text().notNull(),
  allowPrivate: boolean().notNull().default(false),
  /** Registration, tokens, verifier and what was found out of the server: sealed by lib/secrets. */
  sealed: text().notNull(),
  /** Name of whoever signed in; null: nobody has yet. */
  signedInBy: text(),
  signedInAt: timestamp({ withTimezone: true }),
  createdAt: createdAt(),
});

/** What a tool in code was, each time it was saved. */
export const toolVersions = pgTable(
  "tool_versions",
  {
    toolId: text()
      .notNull()
      .references(() => sourceTools.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** Description, arguments, code, limits and tests. */
    definition: jsonb().notNull(),
    note: text().notNull().default(""),
    /** Name of whoever saved it. */
    savedBy: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.toolId, t.number] })],
);

/** Answers of tools that only read, for as long as their settings say. */
export const toolAnswers = pgTable(
  "tool_answers",
  {
    toolId: text()
      .notNull()
      .references(() => sourceTools.id, { onDelete: "cascade" }),
    /** Hash of all that the answer depends on, and of whose it is. */
    key: text().notNull(),
    answer: text().notNull(),
    createdAt: createdAt(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.toolId, t.key] }), index("tool_answers_expiry").on(t.expiresAt)],
);
