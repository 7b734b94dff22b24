import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";

export const users = pgTable(
  "users",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id; null for people who only sign in through a provider. */
    passwordHash: text(),
    disabled: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("users_email").on(sql`lower(${t.email})`)],
);

/** A person's identity at GitHub, Google or an OIDC provider. */
export const identities = pgTable(
  "identities",
  {
    provider: text().notNull(),
    subject: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] })],
);

export const workspaces = pgTable("workspaces", {
  id: id(),
  name: text().notNull(),
  /** How many runs may run and wait at once; absent keys are the installation's. */
  runLimits: jsonb().notNull().default({}),
  /** How long runs, events and checkpoints are kept; absent keys are the installation's. */
  retention: jsonb().notNull().default({}),
  /** Whom its agents may call, and whom not; absent keys are empty lists. */
  egress: jsonb().notNull().default({}),
  /** The mail server by which its agents write; null: none. Its password is one of the secrets. */
  mail: jsonb(),
  /** Class of what its agents work on, and where models that see it have to run; absent keys ask nothing. */
  dataRules: jsonb().notNull().default({}),
  createdAt: createdAt(),
});

export const members = pgTable(
  "members",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ["admin", "developer", "analyst", "viewer"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index("members_user").on(t.userId)],
);

export const invitations = pgTable("invitations", {
  id: id(),
  workspaceId: text()
    .notNull()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  email: text(),
  role: text({ enum: ["admin", "developer", "analyst", "viewer"] }).notNull(),
  tokenHash: text().notNull().unique(),
  invitedBy: text().references(() => users.id, { onDelete: "set null" }),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
  acceptedAt: timestamp({ withTimezone: true }),
  createdAt: createdAt(),
});

export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** sha-256 of the whole key; the key itself is shown once and never stored. */
    hash: text().notNull().unique(),
    /** First characters, so that people can tell keys apart. */
    preview: text().notNull(),
    scopes: text({ enum: ["run", "read", "manage"] })
      .array()
      .notNull(),
    createdBy: text().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    lastUsedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index("api_keys_workspace").on(t.workspaceId)],
);

/** Settings of the whole installation, one row per key. */
export const instanceSettings = pgTable("instance_settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});
