import type { Pool } from "pg";
import { z } from "zod";
import type { Flame } from "@/lib/api/contract/dashboards";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { foldFlame } from "@/workflows/figures/flame";
import { placeKinds, readPath } from "@/workflows/figures/place";
import type { RangeWish } from "@/workflows/figures/range";
import type { GraphDocument } from "@/workflows/graph/document";
import { type Ask, askOf, endOf, type FigureFilter, startOf } from "./ask";
import { amountsOf } from "./figures-of";
import { agentNames } from "./labels";
import { readSums } from "./read-figures";

export type FlameWish = FigureFilter & RangeWish & { agentId: string };

/** @throws AppError invalid_input (from, to) */
export async function readFlame(
  pool: Pool,
  actor: WorkspaceActor,
  wish: FlameWish,
  document: GraphDocument,
): Promise<Flame> {
  const ask = askOf(actor, wish);
  const since = startOf(ask);
  const [runs, places, agents] = await Promise.all([
    readSums(pool, ask, { kinds: ["run"], by: "none", since }),
    readSums(pool, ask, { kinds: placeKinds, by: "path", since }),
    agentNames(pool, ask.workspaceId),
  ]);
  const totals = [...Map.groupBy(places, ({ name }) => name)].flatMap(([text, rows]) => {
    const path = readPath(text);
    return path ? [{ path, amounts: amountsOf(rows) }] : [];
  });
  return {
    since: since.toISOString(),
    before: endOf(ask).toISOString(),
    runs: amountsOf(runs).n,
    places: foldFlame(totals),
    document,
    agents: Object.fromEntries(agents),
  };
}

const topRows = z.array(
  z.object({
    runId: z.string(),
    spanId: z.string(),
    createdAt: z.date().transform((date) => date.toISOString()),
    version: z.int().nullable(),
    workMs: z.coerce.number(),
    micros: z.coerce.number(),
  }),
);

export type FlameTop = z.infer<typeof topRows>[number];
export type TopsWish = FlameWish & { path: string; by: "time" | "money" };

const mostTops = 5;

/** @throws AppError invalid_input (from, to) */
export async function readTops(
  pool: Pool,
  actor: WorkspaceActor,
  { path, by, ...wish }: TopsWish,
): Promise<{ items: FlameTop[] }> {
  const ask: Ask = askOf(actor, wish);
  const { agentId, version, source } = ask.filter;
  const amount = by === "time" ? "t.work_ms" : "t.micros";
  const { rows } = await pool.query(
    `select t.run_id as "runId", t.span_id as "spanId", t.at as "createdAt", nullif(k.version, 0) as version,
       t.work_ms as "workMs", t.micros
     from figure_keys k join figure_tops t on t.key_id = k.id
     where k.workspace_id = $1 and k.agent_id = $2 and k.path = $3 and k.kind = any($4)
       and ($5::int is null or k.version = $5) and ($6::text is null or k.source = $6)
       and t.hour > $7::timestamptz - interval '1 hour' and t.at >= $7 and t.at < $8 ${by === "money" ? "and t.micros > 0" : ""}
     order by ${amount} desc, t.run_id limit ${mostTops}`,
    [ask.workspaceId, agentId, path, placeKinds, version ?? null, source ?? null, startOf(ask), endOf(ask)],
  );
  return { items: topRows.parse(rows) };
}
