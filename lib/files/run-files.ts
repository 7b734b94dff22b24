import type { Pool } from "pg";
import { z } from "zod";
import type { RunFile } from "@/lib/api/contract/files";
import type { Actor } from "@/lib/auth/actor";
import type { RunService } from "@/lib/runs/service/run-service";
import { AppError } from "@/workflows/errors/app-error";
import type { BlobStore } from "./blob-store";

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(["run", "thread", "agent"]),
  contentType: z.string(),
  bytes: z.int(),
  blob: z.string(),
  writtenAt: z.date(),
});
type Row = z.infer<typeof rowSchema>;

const seenSql = `
select f.id, f.name, f.scope, f.content_type as "contentType", f.bytes, f.blob, f.created_at as "writtenAt"
from files f join runs r on r.workspace_id = f.workspace_id and (f.scope, f.owner) in
  (('run', r.id), ('thread', r.thread_id), ('agent', r.agent_id))
where r.id = $1 and ($2::text is null or f.id = $2)
order by f.scope = 'run' desc, f.scope = 'thread' desc, f.name collate "C" limit 1000`;

/** The files that a run sees: its own, those of its conversation and of its agent. */
export class RunFiles {
  constructor(private readonly deps: { pool: Pool; blobs: BlobStore; runs: Pick<RunService, "get"> }) {}

  /** @throws AppError not_found */
  async list(actor: Actor, runId: string): Promise<RunFile[]> {
    const rows = await this.seen(actor, runId, null);
    return rows.map(({ blob: _blob, writtenAt, ...file }) => ({
      ...file,
      writtenAt: writtenAt.toISOString(),
    }));
  }

  /** @throws AppError not_found, unavailable */
  async open(
    actor: Actor,
    runId: string,
    fileId: string,
  ): Promise<{ name: string; type: string; bytes: Uint8Array }> {
    const [file] = await this.seen(actor, runId, fileId);
    if (!file) throw new AppError("not_found", "There is no such file.");
    return { name: file.name, type: file.contentType, bytes: await this.deps.blobs.get(file.blob) };
  }

  private async seen(actor: Actor, runId: string, fileId: string | null): Promise<Row[]> {
    await this.deps.runs.get(actor, runId);
    const { rows } = await this.deps.pool.query(seenSql, [runId, fileId]);
    return z.array(rowSchema).parse(rows);
  }
}
