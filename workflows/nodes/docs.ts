import type { InterruptAnswer } from "@/workflows/events/interrupt";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";

/** What a node type's page says beside what follows from its definition. */
export interface NodeDocs {
  /** When to use it and what to watch out for: two to five plain sentences, Markdown. */
  purpose: string;
  example: NodeExample;
}

/** A graph with the node in it. The contract test runs it and holds what it gives back against `output`. */
export interface NodeExample {
  title: string;
  /** What it shows, in one sentence. */
  summary: string;
  document: GraphDocument;
  input: JsonObject;
  /** Channel values of the graph's End; ids of messages are left out. */
  output: JsonObject;
  /** What each pause is answered with, in the order in which they come. */
  answers?: readonly InterruptAnswer[];
}
