import type { Installation, SeenProcess } from "../installation/installation";
import type { ProcessReport } from "../processes/process-report";

type Work = NonNullable<ProcessReport["work"]>;

export const work = (changes: Partial<Work> = {}): Work => ({
  places: 10,
  active: 0,
  room: 10,
  fetchedAgoMs: 1_000,
  walkedAgoMs: 500,
  quietMs: null,
  draining: false,
  ...changes,
});

export const report = (changes: Partial<ProcessReport> = {}): ProcessReport => ({
  work: work(),
  loop: { p99Ms: 1, maxMs: 3 },
  memory: { rss: 200e6, heapUsed: 80e6, heapLimit: 2e9, external: 5e6, limit: null },
  pool: { size: 20, total: 4, idle: 3, waiting: 0 },
  sandbox: { threads: 2, busy: 0, waiting: 0 },
  breakers: [],
  models: [],
  ...changes,
});

/** A worker that is well, but for what is said. */
export const seen = (changes: Partial<SeenProcess> = {}): SeenProcess => ({
  id: 1,
  role: "worker",
  host: "one",
  pid: 11,
  version: "1",
  upMs: 3_600_000,
  seenMsAgo: 2_000,
  connected: true,
  report: report(),
  ...changes,
});

export const dead = (seenMsAgo: number, changes: Partial<SeenProcess> = {}): SeenProcess =>
  seen({ connected: false, seenMsAgo, ...changes });

/** @param oldestMs 0: nothing waits */
export const installation = (processes: SeenProcess[], oldestMs = 0): Installation => ({
  processes,
  queue: { waiting: oldestMs > 0 ? 3 : 0, oldestMs, held: 0, running: 0 },
});
