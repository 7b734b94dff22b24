import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "@/workflows/errors/app-error";
import type { Asked } from "./asked";
import type { SqlFile } from "./connection";
import { type Rows, sentValue } from "./rows";
import type { SqliteAnswer, SqliteTask } from "./sqlite-task";

/**
 * Asks a SQLite file below the operator's folder, in a process of its own: SQLite works without a pause, which holds up
 * a thread beyond its end, and only a process can be killed. @returns rows that were changed
 * @throws AppError invalid_input, not_found, too_large; Error of SQLite
 */
export async function askSqlite(
  { path }: SqlFile,
  { query, values, write, maxRows, maxBytes }: Asked,
  rows: Rows,
  { folder, signal }: { folder: string | undefined; signal: AbortSignal },
): Promise<number> {
  const file = await fileIn(folder, path);
  signal.throwIfAborted();
  const answer = await inProcess(
    { file, query, values: values.map(sentValue), write, maxRows, maxBytes },
    signal,
  );
  if (answer.type === "failed") throw new Error(answer.message);
  for (const row of answer.rows) rows.add(row);
  return answer.changed;
}

async function inProcess(task: SqliteTask, signal: AbortSignal): Promise<SqliteAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SqliteAnswer>();
  const child = fork(programFile(), [], {
    serialization: "advanced",
    // Neither the environment's secrets nor the loader flags of this process belong in there.
    env: { NODE_ENV: "production" },
    execArgv: ["--max-old-space-size=256", "--no-warnings"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  child.on("error", reject);
  child.on("exit", () => reject(new Error("it took more than its process had")));
  child.on("message", (answer: SqliteAnswer) => resolve(answer));
  child.send(task);
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", stop);
    child.kill("SIGKILL");
  }
}

/** Where a path leads once all links are followed: nowhere but below the folder. */
async function fileIn(folder: string | undefined, path: string): Promise<string> {
  if (folder === undefined) {
    throw new AppError("invalid_input", "This installation opens no folder with SQLite files.", {
      field: "connection",
      hint: "Its operator names one in SQLITE_DIR.",
    });
  }
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (file.startsWith(root + sep)) return file;
  } catch {
    // Not there, or not to be read: the same answer, which tells nothing of other files.
  }
  throw new AppError("not_found", "There is no such SQLite file in the folder that the operator opened.", {
    field: "connection",
  });
}

/** Beside this file: as a bundle entry of its own in dist/, as a source file everywhere else. */
function programFile(): URL {
  const bundled = new URL("./sqlite.worker.js", import.meta.url);
  return existsSync(fileURLToPath(bundled)) ? bundled : new URL("./sqlite.worker.ts", import.meta.url);
}
