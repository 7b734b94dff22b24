import { boolean, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { workspaces } from "./accounts";
import { createdAt, id, updatedAt } from "./columns";

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
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

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
