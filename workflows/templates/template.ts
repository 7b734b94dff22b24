import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";

/** A graph to start from. It works without a key: its models are the offline model until somebody chooses another. */
export interface Template {
  id: string;
  title: string;
  /** One sentence for the gallery. */
  summary: string;
  /** Fills the input form of the first run. */
  sampleInput: JsonObject;
  document: GraphDocument;
}
