import type { Cluster } from "./cluster";

/** Runs that lost their worker, and when. */
export class Resumption {
  private readonly losses: { runId: string; at: number }[] = [];

  constructor(private readonly cluster: Cluster) {}

  /** Call at once after the worker with this number has gone. */
  async lost(worker: number, at: number): Promise<void> {
    const { rows } = await this.cluster.pool.query(
      "select id from runs where worker_id = $1 and status = 'running'",
      [worker],
    );
    for (const { id } of rows) this.losses.push({ runId: String(id), at });
  }

  /** For each loss, milliseconds until the run's next event in another process. */
  async delays(): Promise<number[]> {
    const { rows } = await this.cluster.pool.query(
      `select min(e.ts) - l.at as delay from unnest($1::text[], $2::float8[]) as l(run_id, at)
       left join run_events e on e.run_id = l.run_id and e.ts > l.at and e.type = 'run.resumed'
       group by l.run_id, l.at`,
      [this.losses.map(({ runId }) => runId), this.losses.map(({ at }) => at)],
    );
    return rows.flatMap(({ delay }) => (delay === null ? [] : [Number(delay)]));
  }

  get count(): number {
    return this.losses.length;
  }
}
