import { join } from "node:path";
import type { Env } from "@/lib/env";
import type { BlobStore } from "./blob-store";
import { folderStore } from "./folder-store";
import { s3Store } from "./s3-store";

/** The bucket that the environment names, or a folder beside the embedded database. */
export function openBlobStore({ s3, dataDir }: Pick<Env, "s3" | "dataDir">): BlobStore {
  return s3 ? s3Store(s3) : folderStore(join(dataDir, "files"));
}
