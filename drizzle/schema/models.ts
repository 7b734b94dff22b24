import {
  boolean,
  doublePrecision,
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
import { bytes, createdAt, id, updatedAt } from "./columns";

/** A provider account of a workspace; its key is the secret of the same row. */
export const modelConnections = pgTable("model_connections", {
  id: id(),
  workspaceId: text()
    .notNull()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  provider: text().notNull(),
  name: text().notNull(),
  baseUrl: text(),
  /** Sealed by lib/secrets; null where the provider needs none. */
  sealedKey: text(),
  keyPreview: text(),
  /** Model names offered in pickers. */
  models: jsonb().notNull(),
  /** An administrator allowed this base URL to be on a private network, e.g. a local Ollama. */
  allowPrivate: boolean().notNull().default(false),
  /** What the provider asks for beside address and key: texts by name, none of them secret. */
  settings: jsonb().notNull().default({}),
  /** What holds for all of its models where nothing is said of one: the most it may see, and where it runs. */
  facts: jsonb().notNull().default({}),
  /** Requests and tokens a minute that its key allows; absent keys are no limit. */
  limits: jsonb().notNull().default({}),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

const connectionId = () =>
  text()
    .notNull()
    .references(() => modelConnections.id, { onDelete: "cascade" });

/** What is known of a connection's models beyond what the product knows by itself. */
export const modelFacts = pgTable(
  "model_facts",
  {
    connectionId: connectionId(),
    model: text().notNull(),
    /** As the provider's own list says. */
    found: jsonb().notNull().default({}),
    /** As an administrator says: it goes before everything else. */
    chosen: jsonb().notNull().default({}),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.connectionId, t.model] })],
);

/** How long the latest calls took, over all processes. */
export const modelLatencies = pgTable(
  "model_latencies",
  {
    connectionId: connectionId(),
    model: text().notNull(),
    /** Milliseconds from call to end, the newest last. */
    recentMs: integer().array().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.connectionId, t.model] })],
);

/** How far the calls under a limited key have been promised ahead, by the database's clock. */
export const modelQueues = pgTable("model_queues", {
  connectionId: connectionId().primaryKey(),
  /** When requests and tokens that were promised are used up. */
  requestsUntil: timestamp({ withTimezone: true }).notNull(),
  tokensUntil: timestamp({ withTimezone: true }).notNull(),
  /** The provider asked for no calls before. */
  heldUntil: timestamp({ withTimezone: true }).notNull(),
  /** By how much all that waited was put off so far, so that each of them can tell by how much it was. */
  shiftedMs: doublePrecision().notNull().default(0),
});

/** A name that graphs use for models, and the models it stands for. */
export const modelSlots = pgTable(
  "model_slots",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    description: text().notNull(),
    /** In the order in which they are asked: reference, and weight where the first is drawn by lot. */
    models: jsonb().notNull(),
    /** By which of them are left out and which comes first, in the order in which they apply. */
    rules: jsonb().notNull().default([]),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
);

/** Answers of models that may be given again, where an agent's settings say so. */
export const modelAnswers = pgTable(
  "model_answers",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** Hash of whose it is and of all that the answer depends on. */
    key: text().notNull(),
    /** Of the agent that asked last; whether others may use it is part of the key. */
    agentId: text().notNull(),
    /** Hash of the same without the text of the last message, where that is compared by meaning. */
    family: text(),
    /** Of that text: 32-bit floats of this machine's byte order. */
    vector: bytes(),
    provider: text().notNull(),
    model: text().notNull(),
    answer: jsonb().notNull(),
    /** How much room it takes. */
    bytes: integer().notNull(),
    createdAt: createdAt(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    index("model_answers_family").on(t.workspaceId, t.family, t.createdAt),
    index("model_answers_age").on(t.workspaceId, t.createdAt),
    index("model_answers_expiry").on(t.expiresAt),
  ],
);

/** Prices per million tokens in micro-dollars, overriding the price list. */
export const priceOverrides = pgTable(
  "price_overrides",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    provider: text().notNull(),
    model: text().notNull(),
    price: jsonb().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.provider, t.model] })],
);

export const secrets = pgTable(
  "secrets",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** keyId.iv.tag.ciphertext, bound to workspace and row. */
    sealed: text().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex("secrets_name").on(t.workspaceId, t.name)],
);
