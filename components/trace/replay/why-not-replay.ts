import type { RunSummary } from "@/lib/api/contract/runs";
import type { GraphDocument } from "@/workflows/graph/document";

/** Why the recording of a run is not there; undefined: it is. */
export function whyNotReplay(
  run: Pick<RunSummary, "eventsDeletedAt">,
  { settings }: Pick<GraphDocument, "settings">,
): string | undefined {
  if (settings.recording === "off") {
    return "This run was not recorded: “Record runs” is off in the settings of its graph. Switch it on, and later runs can be replayed and turned into tests.";
  }
  if (run.eventsDeletedAt !== null) {
    return "The recording of this run is no longer kept. This workspace keeps traces and recordings for a limited time; see “Keeping data” in the settings.";
  }
  return undefined;
}
