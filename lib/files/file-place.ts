import type { Pool } from "pg";
import { z } from "zod";
import type { FilePlace } from "@/workflows/runtime/ports";

const rowSchema = z.object({ runId: z.string(), threadId: z.string(), agentId: z.string() });

/** Whose file it is, and the row that it goes with. */
export interface FileOwner {
  id: string;
  runId: string | null;
  threadId: string | null;
  agentId: string | null;
}

/** The run says whose files its nodes see: no name in a graph or its input leads to others. */
export async function fileOwner(
  pool: Pool,
  workspaceId: string,
  { runId, scope }: FilePlace,
): Promise<FileOwner> {
  const { rows } = await pool.query({
    name: "file_owner",
    text: `select id as "runId", thread_id as "threadId", agent_id as "agentId" from runs
      where id = $1 and workspace_id = $2`,
    values: [runId, workspaceId],
  });
  const run = rowSchema.parse(rows[0]);
  const id = { run: run.runId, thread: run.threadId, agent: run.agentId }[scope];
  return {
    id,
    runId: scope === "run" ? id : null,
    threadId: scope === "thread" ? id : null,
    agentId: scope === "agent" ? id : null,
  };
}
