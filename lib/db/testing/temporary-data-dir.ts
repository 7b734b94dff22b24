import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty data folder that an unprivileged Postgres can enter, too, when the tests run as root. */
export function temporaryDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-"));
  chmodSync(folder, 0o755);
  return folder;
}
