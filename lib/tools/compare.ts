import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sourceTools } from "@/drizzle/schema";
import type { checkSource } from "@/lib/api/contract/tools";
import type { Queryable } from "@/lib/db/database";
import { differences, hashOf } from "./contract";
import type { Catalogue, Offer } from "./kinds/kind";
import { contractOf, type ToolRow, toolRows } from "./rows";

export type Comparison = Omit<z.input<typeof checkSource.response>, "source">;

/**
 * Holds the tools of a source against what it has now. What is not as it was approved waits for a person and is refused
 * until then; what is again as it was approved, waits no more.
 */
export async function compare(db: Queryable, sourceId: string, catalogue: Catalogue): Promise<Comparison> {
  const rows = await toolRows(db, sourceId);
  const offers = new Map(catalogue.offers.map((offer) => [offer.key, offer]));
  const known = new Set(rows.map(({ key }) => key));
  for (const row of rows) await follow(db, row, offers.get(row.key));
  return {
    version: catalogue.version,
    added: catalogue.offers.map(({ key }) => key).filter((key) => !known.has(key)),
    removed: rows.map(({ key }) => key).filter((key) => !offers.has(key)),
    changed: rows.flatMap((row) => {
      const offer = offers.get(row.key);
      const changed = offer ? differences(contractOf(row), offer.contract) : [];
      return changed.length > 0 ? [{ key: row.key, changed }] : [];
    }),
  };
}

async function follow(db: Queryable, row: ToolRow, offer: Offer | undefined): Promise<void> {
  const pending = offer && hashOf(offer.contract) !== row.hash ? offer.contract : null;
  const told = offer ? { group: offer.group, title: offer.title } : {};
  if (
    row.gone === !offer &&
    hashOf({ pending }) === hashOf({ pending: row.pending }) &&
    row.title === (offer?.title ?? row.title)
  )
    return;
  await db
    .update(sourceTools)
    .set({ ...told, pending, gone: !offer })
    .where(eq(sourceTools.id, row.id));
}
