import { loadEnv } from "@/lib/env";
import { StartError } from "@/lib/errors/start-error";
import { createLog } from "@/lib/log/log";
import { type Core, openCore } from "@/lib/server/core";
import { isAppError } from "@/workflows/errors/app-error";
import { fail } from "./output";

/** Runs a command on the installation's database and closes it, whatever happens. */
export async function withCore(command: (core: Core) => Promise<void>): Promise<void> {
  const env = loadEnv();
  const core = await openCore(env, createLog("warn"));
  try {
    await command(core);
  } finally {
    await core.database.close();
  }
}

/** Makes the action of a command: expected problems become words and exit code 1. */
export function action<Args extends unknown[]>(run: (...args: Args) => Promise<void>) {
  return async (...args: Args): Promise<void> => {
    try {
      await run(...args);
    } catch (error) {
      if (isAppError(error)) fail([error.message, error.details.hint].filter(Boolean).join("\n"));
      else if (error instanceof StartError) fail(error.message);
      else throw error;
    }
  };
}
