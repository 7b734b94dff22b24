import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Files } from "../files";

/** A folder outside of the repository in which projects find its packages. */
export function projectsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-code-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

export function writeProject(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
