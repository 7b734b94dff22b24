import type { AppError } from "@/workflows/errors/app-error";
import type { Divergence } from "./divergence";
import type { Playback } from "./playback";
import type { NewRecordedCall } from "./recorded-call";

/** How one run's results from outside are kept, and where they come from where it is a replay. */
export interface RunRecording {
  /** The run whose ids the ids of new messages follow from: the run itself, or the one that it replays. */
  seed: string;
  playback?: Playback | undefined;
  /** Plain text of the secrets that the run was shown, with their names: nothing that is kept holds them. */
  secrets: Map<string, string>;
  /** Hands a result to the store; never waits, never throws. Absent: the run is not recorded. */
  keep?: ((call: NewRecordedCall) => void) | undefined;
  /** The replay cannot go on; whatever the graph makes of the failure, the run ends with this. */
  stop?: ((error: AppError, divergence: Divergence) => void) | undefined;
}
