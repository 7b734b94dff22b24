import type { Pool } from "pg";
import { type CountedRun, Gathered } from "@/lib/dashboards/gather";
import { storeFigures } from "@/lib/dashboards/store-figures";
import { inTransaction } from "@/lib/runs/transaction";
import { noAmounts } from "@/workflows/figures/amounts";
import type { PlaceUse, RunDigest } from "@/workflows/figures/digest";
import { pathText } from "@/workflows/figures/place";

const batch = 5_000;
/** Spans of each run: four nodes, two of which ask a model and one a tool. */
export const spansPerRun = 7;

interface SeededRun extends CountedRun {
  failed: boolean;
  tookMs: number;
  micros: number;
  input: number;
  output: number;
}

/**
 * Counts runs that never ran as if each had had its spans, by the same code that counts those that did; only what they
 * did is made up here instead of being read from events. To be called while nobody else counts.
 */
export async function seedFigures(pool: Pool, workspaceId: string): Promise<void> {
  let after = "";
  for (;;) {
    const { rows } = await pool.query<SeededRun>(
      `select id, workspace_id as "workspaceId", agent_id as "agentId", version, source, created_by as person,
         created_at as "createdAt", status in ('error', 'timeout') as failed, took_ms::float8 as "tookMs",
         cost_micros::float8 as micros, input_tokens as input, output_tokens as output
       from runs where workspace_id = $1 and id > $2 and ended_at is not null order by id limit ${batch}`,
      [workspaceId, after],
    );
    if (rows.length === 0) break;
    after = rows.at(-1)?.id ?? "";
    const gathered = new Gathered();
    for (const run of rows) gathered.add(run, digestOf(run));
    await inTransaction(pool, async (connection) => {
      await storeFigures(connection, gathered);
      await connection.query("update runs set counted_at = now() where id = any($1)", [
        rows.map(({ id }) => id),
      ]);
    });
  }
  await pool.query("vacuum analyze figure_keys, figures, figure_times, figure_tops, runs");
}

function digestOf({ failed, tookMs, micros, input, output }: SeededRun): RunDigest {
  const amounts = { ...noAmounts, n: 1, errors: failed ? 1 : 0, workMs: tookMs, input, output, micros };
  const usedAt = (names: string[], part: number): PlaceUse => {
    const places = names.map((name) => ({
      kind: name.startsWith("acme")
        ? ("model" as const)
        : name === "search"
          ? ("tool" as const)
          : ("node" as const),
      name,
    }));
    const isModel = places.at(-1)?.kind === "model";
    return {
      spanId: `${names.join("/")}#1`,
      place: places.at(-1) ?? { kind: "node", name: "" },
      path: pathText(places),
      amounts: { ...amounts, workMs: tookMs * part, micros: Math.round(micros * part), errors: 0 },
      ...(isModel && { firstMs: tookMs * part * 0.2 }),
    };
  };
  return {
    amounts,
    firstMs: tookMs * 0.15,
    ...(failed && { problem: "tool_failed" }),
    isTimed: true,
    places: [
      usedAt(["plan"], 0.3),
      usedAt(["plan", "acme/large"], 0.28),
      usedAt(["look"], 0.2),
      usedAt(["look", "search"], 0.19),
      usedAt(["write"], 0.45),
      usedAt(["write", "acme/small"], 0.4),
      usedAt(["check"], 0.05),
    ],
  };
}
