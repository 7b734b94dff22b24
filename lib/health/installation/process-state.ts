import type { SeenProcess } from "./installation";

/**
 * `dead`: it ended without a word. `hung`: it is connected but shows nothing. `stuck`: it shows that it does not do its
 * work. `stopping`: it was told to stop.
 */
export const processStates = ["well", "stopping", "stuck", "hung", "dead"] as const;
export type ProcessState = (typeof processStates)[number];

/** Two reports and a bit: one may be late. */
const silentMs = 15_000;
/** A lost connection is back after two seconds at most, and the report comes with it. */
const disconnectedMs = 10_000;
/** A worker with room asks the queue every two seconds. */
const idleFetchMs = 20_000;
/** A worker's round is one second, with some housekeeping now and then. */
const lateRoundMs = 30_000;

export interface StateOf {
  state: ProcessState;
  /** In plain words, where it is not well. */
  why?: string;
}

/** How a process fares, as far as others can see. */
export function stateOf(process: SeenProcess): StateOf {
  const { connected, seenMsAgo, report } = process;
  if (!connected && seenMsAgo > disconnectedMs)
    return { state: "dead", why: "It ended without signing off." };
  if (seenMsAgo > silentMs) {
    return { state: "hung", why: `It is connected but has shown nothing for ${inSeconds(seenMsAgo)}.` };
  }
  const work = report?.work;
  if (!work) return { state: "well" };
  if (work.draining) return { state: "stopping" };
  if (work.room > 0 && work.fetchedAgoMs > idleFetchMs) {
    return {
      state: "stuck",
      why: `It has room but has not asked for runs for ${inSeconds(work.fetchedAgoMs)}.`,
    };
  }
  if (work.walkedAgoMs > lateRoundMs) {
    return { state: "stuck", why: `Its rounds have stood still for ${inSeconds(work.walkedAgoMs)}.` };
  }
  return { state: "well" };
}

export const worksOnRuns = ({ role }: Pick<SeenProcess, "role">): boolean => role !== "web";

export function inSeconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
