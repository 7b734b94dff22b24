import type { Pool } from "pg";
import { z } from "zod";
import { type Amounts, amountNames } from "@/workflows/figures/amounts";
import type { PlaceKind } from "@/workflows/figures/place";
import { type Ask, endOf } from "./ask";

export type FigureKind = "run" | "problem" | PlaceKind;

/** By which column keys are put together; nodes of two agents are never the same. */
const columns = {
  none: { agentId: "''", version: "-1", person: "''", name: "''" },
  agent: { agentId: "k.agent_id", version: "-1", person: "''", name: "''" },
  version: { agentId: "k.agent_id", version: "k.version", person: "''", name: "''" },
  model: { agentId: "''", version: "-1", person: "''", name: "k.name" },
  node: { agentId: "k.agent_id", version: "-1", person: "''", name: "k.name" },
  person: { agentId: "''", version: "-1", person: "k.person", name: "''" },
  name: { agentId: "''", version: "-1", person: "''", name: "k.name" },
  path: { agentId: "''", version: "-1", person: "''", name: "k.path" },
} as const;
export type By = keyof typeof columns;

const amountColumn = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const sums = amountNames.map((name) => `sum(f.${amountColumn(name)})::float8 as "${name}"`).join(", ");

/** Keys that match, and times from `since` on with the number of their bucket: 0 is before the first. */
const from = (by: By, table: string) => {
  const { agentId, version, person, name } = columns[by];
  return `
with keys as (
  select k.id, ${agentId} as "agentId", ${version} as version, ${person} as person, ${name} as name
  from figure_keys k where k.workspace_id = $1 and k.kind = any($2)
    and ($3::text is null or k.agent_id = $3) and ($4::int is null or k.version = $4)
    and ($5::text is null or k.source = $5)
),
rows as (
  select f.*, k."agentId", k.version, k.person, k.name, width_bucket(f.at, $8::timestamptz[]) as place
  from keys k join ${table} f on f.key_id = k.id where f.grain = $6 and f.at >= $7 and f.at < $9
)`;
};

const groupColumns = `"agentId", version, person, name`;
const groupRow = z.object({
  agentId: z.string(),
  version: z.int(),
  person: z.string(),
  name: z.string(),
});
const place = z.int();
// The names are exactly those of amounts.
const amountShape = Object.fromEntries(amountNames.map((name) => [name, z.number()])) as Record<
  keyof Amounts,
  z.ZodNumber
>;
const sumRows = z.array(groupRow.extend({ place, ...amountShape }));
export type SumRow = z.infer<typeof sumRows>[number];

const timeRows = z.array(groupRow.extend({ place, measure: z.int(), bucket: z.int(), n: z.coerce.number() }));
export type TimeRow = z.infer<typeof timeRows>[number];

interface Wish {
  kinds: readonly FigureKind[];
  by: By;
  /** From when on; as long a time before as well where nothing is said. */
  since?: Date;
}

function values({ workspaceId, filter, grain, range }: Ask, ask: Ask, { kinds, since }: Wish): unknown[] {
  return [
    workspaceId,
    kinds,
    filter.agentId ?? null,
    filter.version ?? null,
    filter.source ?? null,
    grain,
    since ?? new Date(range.before),
    range.edges.slice(0, -1).map((edge) => new Date(edge)),
    endOf(ask),
  ];
}

/** Sums of each group in each bucket. */
export async function readSums(pool: Pool, ask: Ask, wish: Wish): Promise<SumRow[]> {
  const { rows } = await pool.query(
    `${from(wish.by, "figures")}
     select ${groupColumns}, place, ${sums} from rows f group by ${groupColumns}, place`,
    values(ask, ask, wish),
  );
  return sumRows.parse(rows);
}

/**
 * Histograms, of each bucket or of each group.
 * @param per of a group one histogram for the time before (place 0) and one for the time itself (1)
 */
export async function readTimes(
  pool: Pool,
  ask: Ask,
  wish: Wish,
  per: "bucket" | "group",
): Promise<TimeRow[]> {
  const at = per === "bucket" ? "place" : "least(place, 1)";
  const { rows } = await pool.query(
    `${from(wish.by, "figure_times")}
     select ${groupColumns}, ${at} as place, measure, bucket, sum(n) as n from rows
     group by ${groupColumns}, ${at}, measure, bucket`,
    values(ask, ask, wish),
  );
  return timeRows.parse(rows);
}
