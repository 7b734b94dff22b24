import type { GraphDocument } from "@/workflows/graph/document";
import type { RunSaver } from "./checkpoint/saver";
import type { Claim } from "./work/claim";

/** Sees what this process does with runs, for metrics. Must neither throw nor take time. */
export interface RunWatch {
  /** A run's graph is ready to go. `at`: when it was taken up. */
  taken(claim: Pick<Claim, "id" | "waitedMs">, document: GraphDocument, at: number): void;
  /** May measure how this saver works. */
  saver(saver: Pick<RunSaver, "put">): void;
}
