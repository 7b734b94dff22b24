import type { Pool } from "pg";
import { z } from "zod";
import { callKinds, type RecordedCall, recordedResultSchema } from "@/workflows/recording/recorded-call";
import { unpacked } from "./packed";

const rowSchema = z.object({
  key: z.string(),
  place: z.string(),
  visit: z.int(),
  kind: z.enum(callKinds),
  target: z.string(),
  asked: z.string(),
  packed: z.boolean(),
  result: z.instanceof(Buffer),
});

/** What a run got from outside, in its order. */
export async function readRecording(
  sql: Pick<Pool, "query">,
  runId: string,
  /** One visit's alone. */
  visit?: { place: string; visit: number },
): Promise<RecordedCall[]> {
  const { rows } = await sql.query(
    `select key, place, visit, kind, target, asked, packed, result from recorded_calls
     where run_id = $1 and ($2::text is null or (place, visit) = ($2, $3)) order by seq, pos`,
    [runId, visit?.place ?? null, visit?.visit ?? null],
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ packed, result, ...call }) => ({
      ...call,
      result: recordedResultSchema.parse(JSON.parse(unpacked(result, packed))),
    }));
}
