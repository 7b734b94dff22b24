import type { Clock } from "@/lib/runs/clock";

export interface PumpOptions<Job> {
  /** Takes up to `count` jobs. */
  fetch(count: number): Promise<Job[]>;
  /** Starts work on jobs; must not wait for it to end. */
  start(jobs: Job[]): Promise<void>;
  /** How many more jobs this process wants now. */
  room(): number;
  onError(error: unknown): void;
  clock: Clock;
  /** Looks for jobs after this time even if nobody woke it: a wake-up may have been lost. */
  fallbackMs?: number;
}

/** Fetches jobs when woken, as many as there is room for; one fetch at a time. */
export class Pump<Job> {
  private pumping: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private cancelTimer = () => {};
  private lastFetch: number;
  /** More may wait than there was room for. */
  private moreMayWait = true;

  constructor(private readonly options: PumpOptions<Job>) {
    this.lastFetch = options.clock.now();
  }

  /** When it last fetched and started with success; at first, when it was made. */
  get fetchedAt(): number {
    return this.lastFetch;
  }

  /** There is room again: of use where more was waiting than there was room for. */
  freed(): void {
    if (this.moreMayWait) this.wake();
  }

  /** There may be a job. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = null;
      if (this.again) this.wake();
      else this.rest();
    });
  }

  /** No more fetches; resolves when the last one is through. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.again = false;
    this.cancelTimer();
    await this.pumping;
  }

  private async pump(): Promise<void> {
    this.cancelTimer();
    while (this.again && !this.stopped) {
      this.again = false;
      this.moreMayWait = true;
      const room = this.options.room();
      if (room <= 0) return;
      try {
        const jobs = await this.options.fetch(room);
        if (jobs.length > 0) await this.options.start(jobs);
        this.lastFetch = this.options.clock.now();
        if (jobs.length === room) this.again = true;
        else this.moreMayWait = false;
      } catch (error) {
        this.options.onError(error);
      }
    }
  }

  private rest(): void {
    if (this.stopped) return;
    this.cancelTimer = this.options.clock.after(this.options.fallbackMs ?? 2_000, () => this.wake());
  }
}
