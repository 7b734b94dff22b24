import type { Log } from "@/lib/log/log";

/** Terminals and process managers send the same signal twice in a row; only a later one is impatience. */
const repeatMs = 1500;
/** What stays open longer than this is cut off. Runs are handed over, so nothing is lost. */
const patienceMs = 20_000;

/** On SIGINT, SIGTERM or SIGHUP stops in good order and ends the process with 0; with 1 if that fails. */
export function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let since: number | undefined;
  const handle = (signal: NodeJS.Signals) => {
    if (since !== undefined) {
      if (Date.now() - since > repeatMs) process.exit(1);
      return;
    }
    since = Date.now();
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error("could not stop in time");
      process.exit(1);
    }, patienceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "could not stop in good order");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
