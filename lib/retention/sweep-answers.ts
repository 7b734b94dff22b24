import type { Pool } from "pg";
import { mostRows } from "./batch";

/** What answers of one workspace's models may take; the oldest go first. */
export const mostAnswerBytes = 64_000_000;

/** Answers of one tool; the oldest go first. */
const mostToolAnswers = 10_000;

/** A row takes that much beside its answer. */
const rowBytes = 500;

/**
 * Deletes a batch of kept answers, of models and of tools, that are too old or too many.
 * @returns whether more may be left
 */
export async function sweepAnswers(pool: Pool, most = mostAnswerBytes): Promise<boolean> {
  const old = await Promise.all(
    ["model_answers", "tool_answers"].map((table) =>
      pool.query(
        `delete from ${table} where ctid in (select ctid from ${table} where expires_at < now() limit ${mostRows})`,
      ),
    ),
  );
  const many = await pool.query(
    `delete from model_answers where ctid in (
       select ctid from (
         select ctid, sum(bytes + ${rowBytes}) over (partition by workspace_id order by created_at desc, key) as held
         from model_answers
         where workspace_id in (
           select workspace_id from model_answers group by workspace_id having sum(bytes + ${rowBytes}) > $1
         )
       ) ordered
       where held > $1 limit ${mostRows}
     )`,
    [most],
  );
  const ofTools = await pool.query(
    `delete from tool_answers where ctid in (
       select ctid from (
         select ctid, row_number() over (partition by tool_id order by created_at desc) as nth from tool_answers
       ) ordered
       where nth > $1 limit ${mostRows}
     )`,
    [mostToolAnswers],
  );
  return [...old, many, ofTools].some(({ rowCount }) => rowCount === mostRows);
}
