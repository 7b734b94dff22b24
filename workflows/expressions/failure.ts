import type { Channels } from "@/workflows/graph/channel";

/**
 * The name under which expressions read why the last node left by its error port; null where none has in this run.
 * Nothing can write to it. A channel of the same name takes its place.
 */
export const failureName = "error";

/** What `error` holds: the title of the node that failed, and the problem as the run's trace tells it. */
export interface Failure {
  node: string;
  code: string;
  message: string;
}

/** Whether `name` stands for the failure in an agent with these channels. */
export function isFailure(name: string, channels: Channels): boolean {
  return name === failureName && !Object.hasOwn(channels, name);
}
