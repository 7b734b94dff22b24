import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "@/workflows/errors/app-error";
import type { BlobStore } from "./blob-store";

/** Contents in a folder of this machine. Keys are ids of ours: no name that people chose becomes a path. */
export function folderStore(folder: string): BlobStore {
  const pathOf = (key: string) => join(folder, key);
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Written aside and moved, so that a lost process leaves no half of it.
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (cause) {
        throw new AppError("unavailable", "The content of this file is missing.", {}, { cause });
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}
