/** How a process's work on runs goes, for health and metrics. Times are milliseconds since the epoch. */
export interface WorkStatus {
  /** Runs that it works on at the same time, at most. */
  places: number;
  active: number;
  /** How many more it would take now; a run that waits for one it called lends its place. */
  room: number;
  /** When it last asked the queue with success. Without room it does not ask. */
  fetchedAt: number;
  /** When it last ended a round: cancels, takeovers, what dead processes left. */
  walkedAt: number;
  /** When the run that has been silent for the longest last showed something; null: none runs. */
  quietSince: number | null;
  /** It was told to stop: it takes nothing new and hands over what it has. */
  draining: boolean;
}
