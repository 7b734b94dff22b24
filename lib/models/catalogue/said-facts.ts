import type { modelFacts } from "@/drizzle/schema";
import type { SaidFacts } from "@/lib/models/connection";
import { factsSchema } from "@/workflows/catalogue/facts";

type Row = typeof modelFacts.$inferSelect;

/** Rows of one connection by the names of its models. */
export function saidFacts(rows: readonly (Row | null)[]): ReadonlyMap<string, SaidFacts> {
  return new Map(
    rows
      .filter((row) => row !== null)
      .map(({ model, found, chosen }) => [
        model,
        { provider: factsSchema.parse(found), chosen: factsSchema.parse(chosen) },
      ]),
  );
}
