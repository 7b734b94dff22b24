import { anyUser } from "@/lib/auth/users";
import type { DatabaseHandle } from "@/lib/db/database";
import { pendingMigrations } from "@/lib/db/migrate";
import { AppError } from "@/workflows/errors/app-error";
import { examine, type Finding } from "./finding";

/** The oldest Postgres that the test suite runs on. */
const oldestVersion = 15;

export async function examineDatabase(handle: DatabaseHandle): Promise<Finding[]> {
  const server = await examine("Database", () => version(handle));
  const schema = await examine(
    "Migrations",
    () => migrations(handle),
    "Start the app once: it migrates by itself.",
  );
  if (!schema.ok) return [server, schema];
  return [server, schema, await examine("Administrator", () => administrator(handle))];
}

async function version({ pool }: DatabaseHandle): Promise<string> {
  const { rows } = await pool.query("select current_setting('server_version_num')::int as number");
  const major = Math.floor(Number(rows[0]?.number) / 10_000);
  if (major < oldestVersion) {
    throw new AppError("unavailable", `Postgres ${major} is too old.`, {
      hint: `Use ${oldestVersion} or newer.`,
    });
  }
  return `Postgres ${major} answers`;
}

async function migrations({ pool }: DatabaseHandle): Promise<string> {
  const pending = await pendingMigrations(pool);
  if (pending > 0) throw new AppError("unavailable", `${pending} not applied yet.`);
  return "all applied";
}

async function administrator({ db }: DatabaseHandle): Promise<string> {
  if (await anyUser(db)) return "exists";
  throw new AppError("unavailable", "There is no user yet.", {
    hint: "Open the app in a browser, or: npm run signalbox -- user create --email … --name …",
  });
}
