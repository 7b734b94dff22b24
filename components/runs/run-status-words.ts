import type { Tone } from "@/components/ui/tone";
import type { RunStatus } from "@/workflows/events/run-status";

export const runStatusTones: Record<RunStatus, Tone> = {
  pending: "neutral",
  running: "running",
  success: "done",
  error: "failed",
  timeout: "failed",
  interrupted: "waiting",
  cancelled: "neutral",
};

export const runStatusWords: Record<RunStatus, string> = {
  pending: "Queued",
  running: "Running",
  success: "Done",
  error: "Failed",
  timeout: "Timed out",
  interrupted: "Waiting",
  cancelled: "Stopped",
};
