import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { runs } from "./runs";

/** Personal data that a run took out of its texts and may put back: sealed, and gone with the run. */
export const keptPersonal = pgTable(
  "kept_personal",
  {
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** What stands for it in texts. */
    mark: text().notNull(),
    sealed: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.mark] })],
);
