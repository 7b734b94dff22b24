import { and, eq, inArray, ne } from "drizzle-orm";
import { sourceTools } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import { hashOf } from "./contract";
import type { Catalogue } from "./kinds/kind";
import { toolRows } from "./rows";
import { freeName } from "./valid-name";

interface Choice {
  workspaceId: string;
  sourceId: string;
  catalogue: Catalogue;
  keys: readonly string[];
  /** Who chose, and so approved what is new. */
  by: string;
}

/** Makes tools of what is chosen and removes the others; those that stay keep name, settings and approval. */
export async function takeOver(
  db: Queryable,
  { workspaceId, sourceId, catalogue, keys, by }: Choice,
): Promise<void> {
  const wanted = new Set(keys);
  const present = await toolRows(db, sourceId);
  const dropped = present.filter(({ key }) => !wanted.has(key)).map(({ id }) => id);
  if (dropped.length > 0) await db.delete(sourceTools).where(inArray(sourceTools.id, dropped));
  const known = new Set(present.map(({ key }) => key));
  const offers = new Map(catalogue.offers.map((offer) => [offer.key, offer]));
  const taken = await takenNames(db, workspaceId);
  const rows = [...wanted]
    .filter((key) => !known.has(key))
    .map((key) => {
      const offer = offers.get(key);
      if (!offer) throw new AppError("invalid_input", `The source has no “${key}”.`, { field: "keys" });
      const { group, title, contract, name } = offer;
      const hash = hashOf(contract);
      return {
        id: newId("tool"),
        workspaceId,
        sourceId,
        key,
        name: freeName(name, taken),
        group,
        title,
        contract,
        hash,
        approvedBy: by,
      };
    });
  if (rows.length > 0) await db.insert(sourceTools).values(rows);
}

/** @param except a tool whose own name does not count */
export async function takenNames(db: Queryable, workspaceId: string, except = ""): Promise<Set<string>> {
  const rows = await db
    .select({ name: sourceTools.name })
    .from(sourceTools)
    .where(and(eq(sourceTools.workspaceId, workspaceId), ne(sourceTools.id, except)));
  return new Set(rows.map(({ name }) => name));
}
