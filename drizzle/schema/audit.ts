import { bigserial, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

/** Append-only: who changed what. No foreign keys, so that entries outlive what they speak of. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    workspaceId: text(),
    actorKind: text().notNull(),
    actorId: text(),
    actorName: text(),
    action: text().notNull(),
    targetKind: text().notNull(),
    targetId: text(),
    data: jsonb(),
    createdAt: createdAt(),
  },
  (t) => [index("audit_workspace").on(t.workspaceId, t.createdAt)],
);
