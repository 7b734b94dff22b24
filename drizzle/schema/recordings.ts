import { boolean, customType, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { runs } from "./runs";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What runs got from outside, call by call, so that they can be replayed; goes with their events. */
export const recordedCalls = pgTable(
  "recorded_calls",
  {
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** `place#visit:kind:fingerprint#n`: a visit that runs again takes its own place. */
    key: text().notNull(),
    place: text().notNull(),
    visit: integer().notNull(),
    kind: text().notNull(),
    target: text().notNull(),
    asked: text().notNull(),
    /** Order in the run: the number of the last event before it, and its place in its group. */
    seq: integer().notNull(),
    pos: integer().notNull(),
    /** Whether the result is compressed. */
    packed: boolean().notNull(),
    /** JSON; no jsonb, which would change what a model said. */
    result: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.key] })],
);
