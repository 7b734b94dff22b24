import { index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { users, workspaces } from "./accounts";
import { createdAt, id } from "./columns";
import { interrupts, runs } from "./runs";

/** Links by which somebody without an account answers one pause, once. */
export const answerLinks = pgTable(
  "answer_links",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    interruptId: text()
      .notNull()
      .references(() => interrupts.id, { onDelete: "cascade" }),
    /** sha-256 of the token; the token itself stands in the link and nowhere else. */
    tokenHash: text().notNull().unique(),
    /** Whom it was made for: a person's address, or a chat channel. */
    recipient: text().notNull(),
    /** The only answer it gives; null: all that the pause offers. */
    answer: text(),
    /** Whose vote it is: that of whoever made it, or of the address it was sent to. */
    voter: text().notNull(),
    createdBy: text().references(() => users.id, { onDelete: "set null" }),
    createdByName: text(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    withdrawnAt: timestamp({ withTimezone: true }),
    createdAt: createdAt(),
  },
  (t) => [index("answer_links_interrupt").on(t.interruptId)],
);

/** Where another system tells a run of one event, once. Its id is the key by which the run waits for it. */
export const eventAddresses = pgTable(
  "event_addresses",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** `run:node:visit:call`: a node that runs again finds the address that it has made. */
    callKey: text().notNull().unique(),
    /** sha-256 of the token in the address. */
    tokenHash: text().notNull().unique(),
    /** The token itself, sealed, for the node that runs again. */
    sealed: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** What the event brought. */
    payload: jsonb(),
    receivedAt: timestamp({ withTimezone: true }),
    /** When a pause went on with it. */
    takenAt: timestamp({ withTimezone: true }),
    createdAt: createdAt(),
  },
  (t) => [index("event_addresses_run").on(t.runId)],
);
