import type { Pool } from "pg";
import { z } from "zod";
import type { FileGateway } from "@/workflows/runtime/ports";
import type { BlobStore } from "./blob-store";
import { fileOwner } from "./file-place";
import { deleteFile, writeFile } from "./write-file";

const rowSchema = z.object({ name: z.string(), contentType: z.string(), bytes: z.int(), blob: z.string() });

/** Files of a workspace's runs, threads and agents. */
export function fileGateway(deps: { pool: Pool; blobs: BlobStore }, workspaceId: string): FileGateway {
  const { pool, blobs } = deps;
  const all = { ...deps, workspaceId };
  return {
    write: (call, file) => writeFile(all, call, file),
    delete: (call, name) => deleteFile(all, call, name),
    async read(place, name) {
      const owner = await fileOwner(pool, workspaceId, place);
      const { rows } = await pool.query(
        `select name, content_type as "contentType", bytes, blob from files
         where workspace_id = $1 and scope = $2 and owner = $3 and name = $4`,
        [workspaceId, place.scope, owner.id, name],
      );
      const row = rowSchema.optional().parse(rows[0]);
      return row && { name, contentType: row.contentType, bytes: await blobs.get(row.blob) };
    },
    async list(place, { prefix, limit }) {
      const owner = await fileOwner(pool, workspaceId, place);
      const { rows } = await pool.query(
        `select name, content_type as "contentType", bytes, blob from files
         where workspace_id = $1 and scope = $2 and owner = $3 and starts_with(name, $4)
         order by name collate "C" limit $5`,
        [workspaceId, place.scope, owner.id, prefix, limit],
      );
      return z
        .array(rowSchema)
        .parse(rows)
        .map(({ name, contentType, bytes }) => ({ name, contentType, bytes }));
    },
  };
}
