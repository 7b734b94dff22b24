import { z } from "zod";
import type { Log } from "@/lib/log/log";
import type { Clock } from "../clock";
import type { AftermathHook } from "../work/aftermath";
import type { Rested } from "../work/rested";
import type { AdmissionContext } from "./context";
import { releaseHeld } from "./release";

/** Sweeps come every five seconds. */
const soonMs = 6_000;

const waitingSql = `
select
  (select coalesce(jsonb_agg(distinct r.workspace_id), '[]') from runs r
    where r.held = 'limit' or (r.held = 'time' and r.run_after <= now())) as workspaces,
  (select extract(epoch from min(r.run_after) - now()) * 1000 from runs r
    where r.held = 'time' and r.run_after > now())::float8 as "nextDueMs"`;
const waitingRow = z.object({ workspaces: z.array(z.string()), nextDueMs: z.number().nullable() });

/**
 * Asks for held runs to be let go, at most one release of a workspace at a time: what comes while one is under way is
 * done together by the next.
 */
export class Releases implements AftermathHook {
  readonly name = "release of held runs";
  readonly need = "places";
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly wanted = new Map<string, Promise<void>>();
  private readonly pending = new Set<Promise<void>>();
  private readonly timers = new Set<() => void>();

  constructor(private readonly context: AdmissionContext & { clock: Clock; log: Log }) {}

  /** There may be a place in this workspace. Resolves when what waits for one has it. */
  want(workspaceId: string): Promise<void> {
    const current = this.underWay.get(workspaceId);
    if (!current) return this.start(workspaceId);
    const next =
      this.wanted.get(workspaceId) ??
      current
        .catch(() => {})
        .then(() => {
          this.wanted.delete(workspaceId);
          return this.start(workspaceId);
        });
    this.wanted.set(workspaceId, next);
    return next;
  }

  /** As `want`, for callers that don't wait for it. What fails is made good by the next sweep. */
  request(workspaceId: string): void {
    this.unattended(this.want(workspaceId));
  }

  /** A run is due after so many milliseconds: if that is before the next sweep, it is let go in time. */
  expect(inMs: number): void {
    if (inMs > soonMs) return;
    const callOff = this.context.clock.after(Math.ceil(inMs), () => {
      this.timers.delete(callOff);
      this.unattended(this.sweep());
    });
    this.timers.add(callOff);
  }

  afterRun({ workspaceId }: Rested): Promise<void> {
    return this.want(workspaceId);
  }

  async sweep(): Promise<void> {
    const { rows } = await this.context.pool.query(waitingSql);
    const { workspaces, nextDueMs } = waitingRow.parse(rows[0]);
    await Promise.all(workspaces.map((workspaceId) => this.want(workspaceId)));
    if (nextDueMs !== null) this.expect(nextDueMs);
  }

  /** Resolves when nothing that was requested so far is under way. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  /** Expects nothing more. */
  stop(): void {
    for (const callOff of this.timers) callOff();
    this.timers.clear();
  }

  private start(workspaceId: string): Promise<void> {
    const work = releaseHeld(this.context, workspaceId).finally(() => {
      if (this.underWay.get(workspaceId) === work) this.underWay.delete(workspaceId);
    });
    this.underWay.set(workspaceId, work);
    return work;
  }

  private unattended(work: Promise<void>): void {
    const guarded = work
      .catch((error: unknown) => this.context.log.warn({ err: error }, "could not let held runs go on"))
      .finally(() => this.pending.delete(guarded));
    this.pending.add(guarded);
  }
}
