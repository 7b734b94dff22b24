import type { Pool } from "pg";
import { Rounds } from "@/lib/db/rounds";
import { wasRolledBack } from "../database-error";
import { type CheckpointRow, putCheckpoints, takenOver } from "./fenced-write";

/** Steps of so many runs go into one statement. */
const most = 64;
/** Bytes of one statement; a larger checkpoint goes alone, so that others do not wait for it longer than for its turn. */
const mostBytes = 1_000_000;

/** Checkpoints of one run that follow each other. */
type Rows = readonly CheckpointRow[];
type Answer = boolean | { error: unknown };

/** Stores checkpoints of many runs together: those that come while a statement is under way share the next. */
export class CheckpointRounds {
  private readonly rounds: Rounds<Rows, Answer>;

  constructor(private readonly pool: Pool) {
    this.rounds = new Rounds((runs) => this.store(runs), {
      lanes: 2,
      most,
      mostWeight: mostBytes,
      weigh: bytesOf,
    });
  }

  /**
   * Stores these checkpoints of one run, or none of them. No two may have the same place.
   * @throws AppError unavailable: another worker has taken the run over
   */
  async put(rows: Rows): Promise<void> {
    const stored = await this.rounds.add(rows);
    if (typeof stored === "object") throw stored.error;
    if (!stored) throw takenOver();
  }

  /** One run's unstorable value must not take the others down. */
  private async store(runs: readonly Rows[]): Promise<readonly Answer[]> {
    try {
      const rows = runs.flat();
      const stored = await putCheckpoints(this.pool, rows);
      const lost = new Set(rows.filter((_, at) => !stored[at]));
      return runs.map((own) => !own.some((row) => lost.has(row)));
    } catch (error) {
      if (runs.length === 1 || !wasRolledBack(error)) return runs.map(() => ({ error }));
      const answers: Answer[] = [];
      for (const rows of runs) answers.push(...(await this.store([rows])));
      return answers;
    }
  }
}

function bytesOf(rows: Rows): number {
  let bytes = 0;
  for (const { checkpoint, metadata, blobs, writes } of rows) {
    bytes += checkpoint.length + metadata.length;
    for (const row of [...blobs, ...writes]) {
      const value = row.at(-1);
      if (value instanceof Uint8Array) bytes += value.length;
    }
  }
  return bytes;
}
