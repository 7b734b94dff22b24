import { sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";

/** What a search looks through: id, input and output, as far as a person would have read. */
const text = "left(concat_ws(' ', runs.id, runs.input::text, runs.output::text), 20000)";
export const searchedText = sql.raw(text);

/**
 * Puts away what these runs are searched by, in small letters: to find a text as it is written takes half the time of
 * finding it in any case. They have ended: it changes no more.
 */
export async function keepTexts(connection: Pool | PoolClient, ids: readonly string[]): Promise<void> {
  await connection.query(
    `insert into run_texts (run_id, workspace_id, text, created_at)
     select runs.id, runs.workspace_id, lower(${text}), runs.created_at from runs where runs.id = any($1)
     on conflict (run_id) do nothing`,
    [ids],
  );
}
