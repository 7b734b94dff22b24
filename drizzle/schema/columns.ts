import { customType, text, timestamp } from "drizzle-orm/pg-core";

/** Primary key filled by the application with a prefixed id, e.g. `run_…`. */
export const id = () => text().primaryKey();
export const createdAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();
export const updatedAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
