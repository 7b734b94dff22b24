import type { Pool } from "pg";
import type { BlobStore } from "./blob-store";

const mostBlobs = 100;

/** Removes a batch of contents that no file has any more. @returns whether more may be left */
export async function sweepBlobs({ pool, blobs }: { pool: Pool; blobs: BlobStore }): Promise<boolean> {
  const { rows } = await pool.query(
    `select blob from stale_blobs where due_at <= now() order by due_at limit ${mostBlobs}`,
  );
  for (const { blob } of rows) {
    await blobs.delete(String(blob));
    await pool.query("delete from stale_blobs where blob = $1", [blob]);
  }
  return rows.length === mostBlobs;
}
