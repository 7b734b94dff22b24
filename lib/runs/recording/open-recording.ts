import type { Pool } from "pg";
import { z } from "zod";
import { type RunOrigin, runOriginSchema } from "@/workflows/events/run-origin";
import { Playback } from "@/workflows/recording/playback";
import { type RecordedCall, recordedCallSchema } from "@/workflows/recording/recorded-call";
import type { RunRecording } from "@/workflows/recording/run-recording";
import { readRecording } from "./read-recording";

/** What a run is given back, and whose ids stand for its own in it. */
interface Source {
  calls: RecordedCall[];
  aliases: string[];
  seed: string;
}

/** Mocks of a case as they are stored. */
export const storedMocksSchema = z.object({
  calls: z.array(recordedCallSchema),
  /** Ids of the run that they come from, and of its thread. */
  aliases: z.array(z.string()),
});
export type StoredMocks = z.infer<typeof storedMocksSchema>;

/** How a claimed run's results from outside are kept and, where it is a replay, given back. */
export async function openRecording(
  pool: Pool,
  { runId, origin }: { runId: string; origin: RunOrigin | null },
): Promise<Pick<RunRecording, "seed" | "playback" | "secrets">> {
  const secrets = new Map<string, string>();
  const source = origin && (await sourceOf(pool, origin));
  if (!origin || !source) return { seed: runId, secrets };
  const playback = new Playback(source.calls, {
    otherwise: origin.otherwise ?? "stop",
    loose: origin.kind === "case",
    aliases: source.aliases,
    isOver: await wentLive(pool, runId),
  });
  return { seed: source.seed, secrets, playback };
}

async function sourceOf(pool: Pool, origin: RunOrigin): Promise<Source | undefined> {
  if (origin.kind === "replay") {
    const [calls, { threadId, seed }] = await Promise.all([
      readRecording(pool, origin.runId),
      identityOf(pool, origin.runId),
    ]);
    return { calls, aliases: [origin.runId, threadId], seed };
  }
  if (origin.kind !== "case" || origin.mocks !== "mocked") return undefined;
  const { rows } = await pool.query("select mocks from test_cases where id = $1", [origin.caseId]);
  const mocks: unknown = rows[0]?.mocks;
  const { calls, aliases } =
    typeof mocks === "string" ? storedMocksSchema.parse(JSON.parse(mocks)) : { calls: [], aliases: [] };
  return { calls, aliases, seed: aliases[0] ?? origin.caseId ?? "" };
}

const identityRow = z.object({ threadId: z.string(), origin: runOriginSchema.nullable().catch(null) });

/** The replay of a replay ends as the run that was replayed first. */
async function identityOf(pool: Pool, runId: string): Promise<{ threadId: string; seed: string }> {
  const { rows } = await pool.query(`select thread_id as "threadId", origin from runs where id = $1`, [
    runId,
  ]);
  const found = identityRow.optional().parse(rows[0]);
  if (!found) return { threadId: "", seed: runId };
  const { threadId, origin } = found;
  if (origin?.kind !== "replay") return { threadId, seed: runId };
  return { threadId, seed: (await identityOf(pool, origin.runId)).seed };
}

/** A replay that was taken over does not go back to its recording. */
async function wentLive(pool: Pool, runId: string): Promise<boolean> {
  const { rows } = await pool.query(
    "select 1 from run_events where run_id = $1 and type = 'replay.diverged' and (data->>'live')::bool limit 1",
    [runId],
  );
  return rows.length > 0;
}
