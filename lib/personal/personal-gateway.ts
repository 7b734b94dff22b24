import { customAlphabet } from "nanoid";
import type { Pool } from "pg";
import { z } from "zod";
import { inTransaction } from "@/lib/runs/transaction";
import type { Vault } from "@/lib/secrets/vault";
import type { PersonalGateway } from "@/workflows/runtime/ports";

const rows = z.array(z.object({ mark: z.string(), sealed: z.string() }));
/** Says nothing of the value: who sees a mark cannot guess what it stands for. */
const randomMark = customAlphabet("23456789bcdfghjkmnpqrstvwxz", 8);

/** What the runs of a workspace take out of their texts, for as long as they are kept themselves. */
export function personalGateway(
  { pool, vault }: { pool: Pool; vault: Vault },
  workspaceId: string,
): PersonalGateway {
  const placeOf = (runId: string, mark: string) => ({ workspaceId, rowId: `personal ${runId} ${mark}` });
  return {
    keep: (runId, values) =>
      inTransaction(pool, async (connection) => {
        // Two nodes at once would give one value two marks.
        const held = "select id from runs where id = $1 and workspace_id = $2 for no key update";
        const { rowCount } = await connection.query(held, [runId, workspaceId]);
        if (rowCount === 0) throw new Error(`Workspace ${workspaceId} has no run ${runId}`);
        const all = await connection.query("select mark, sealed from kept_personal where run_id = $1", [
          runId,
        ]);
        const marks = new Map(
          rows.parse(all.rows).map(({ mark, sealed }) => [vault.open(sealed, placeOf(runId, mark)), mark]),
        );
        const fresh = values.filter((value) => !marks.has(value));
        for (const value of fresh) marks.set(value, `k${randomMark()}`);
        const made = fresh.map((value) => marks.get(value) ?? "");
        await connection.query(
          "insert into kept_personal (run_id, mark, sealed) select $1, * from unnest($2::text[], $3::text[])",
          [runId, made, fresh.map((value, at) => vault.seal(value, placeOf(runId, made[at] ?? "")))],
        );
        return new Map(values.map((value) => [value, marks.get(value) ?? ""]));
      }),
    async reveal(runId, marks) {
      const found = await pool.query(
        `select p.mark, p.sealed from kept_personal p join runs r on r.id = p.run_id
         where p.run_id = $1 and r.workspace_id = $2 and p.mark = any($3)`,
        [runId, workspaceId, marks],
      );
      return new Map(
        rows.parse(found.rows).map(({ mark, sealed }) => [mark, vault.open(sealed, placeOf(runId, mark))]),
      );
    },
  };
}
