import type { Log } from "@/lib/log/log";

/** Terminals and process managers send the same signal twice in a row; only a later one is impatience. */
const repeatMs = 1500;
/** What stays open so much longer than the runs may take is cut off. They are handed over, so nothing is lost. */
const spareMs = 15_000;

/**
 * On SIGINT, SIGTERM or SIGHUP stops in good order and ends the process with 0; with 1 if that fails, or if somebody
 * loses patience and sends a second signal.
 * @param drainMs what runs may take to come to a checkpoint
 */
export function stopOnSignals(stop: () => Promise<void>, log: Log, drainMs: number): void {
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
    }, drainMs + spareMs).unref();
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
