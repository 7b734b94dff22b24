import type { PoolClient } from "pg";
import { holdsThread, isAtWork } from "./holds-thread";

/** Brings a thread's status in step with its runs, after one ended that the thread was not busy with. */
export async function settleThread(connection: PoolClient, threadId: string): Promise<void> {
  await connection.query(
    `update threads t set status = coalesce((
       select case
         when bool_or(${isAtWork("r")}) then 'busy'
         when bool_or(r.status = 'interrupted') then 'interrupted' end
       from runs r where r.thread_id = t.id and ${holdsThread("r")}
     ), t.status) where t.id = $1`,
    [threadId],
  );
}
