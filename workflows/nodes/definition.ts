import type { z } from "zod";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { Subgraph } from "@/workflows/graph/subgraph";
import type { NodeFace } from "./face";
import type { Need } from "./need";
import type { Port } from "./port";

/** A channel a node looks at, and the config field that names it (for located issues). */
export interface ChannelRead {
  channel: string;
  field: string;
  /** The node works without a value there; no read-before-write warning. */
  optional?: boolean;
  /** Types the node can use; absent = any. */
  types?: readonly ChannelType[];
  /** A model is shown what stands there, as images and files. */
  attachments?: true;
}

export interface ChannelWrite {
  channel: string;
  field: string;
  /** Type of the written value; absent = not known before the run. */
  type?: ChannelType;
  /** JSON Schema of the written value, where the config says it. */
  schema?: JsonObject | undefined;
}

/** A way out that is taken if its condition is true and none before it was. */
export interface Choice {
  label: string;
  port: string;
  when: string;
  /** The config field of the condition: `<list>.<index>.<key>`. */
  field: string;
}

/** A way out that is taken where an expression equals a value that a person wrote down. */
export interface Comparison {
  expression: string;
  equals: string;
  ignoreCase: boolean;
  label: string;
  port: string;
  /** The config field of the value. */
  field: string;
}

/**
 * Everything a browser may know about a node type. Behaviour stands beside it in `execute.server.ts`.
 * Form hints for a config field are put on its zod schema by `field()` (workflows/nodes/field.ts).
 */
export interface NodeDefinition<Config = unknown> extends NodeFace {
  type: string;
  typeVersion: number;
  /** It never goes on: whoever runs it fails with its problem. */
  stops?: true;
  /** One sentence: what it does, for palette and documentation. */
  summary: string;
  /** Words people search for. */
  synonyms: readonly string[];
  /** Always a zod object at the top. */
  config: z.ZodType<Config>;
  /** `migrations[n]` lifts a config of typeVersion n to n + 1. */
  migrations?: Readonly<Record<number, (config: JsonObject) => JsonObject>>;
  /** Config of a freshly added node; may be incomplete, then the validator says what is missing. */
  initial: JsonObject;
  ports(config: Config): Port[];
  reads(config: Config): ChannelRead[];
  writes(config: Config): ChannelWrite[];
  /** Conditions that choose the port, in the order in which they are tried. */
  choices?(config: Config): Choice[];
  /** Values that choose the port; the validator looks whether they can occur. */
  comparisons?(config: Config): Comparison[];
  /** What must be set up in the workspace for the node to work: models, secrets, other agents. */
  needs?(config: Config): Need[];
  /** Channels a run takes as input; only the type with the role `start` has them. */
  inputs?(config: Config): { channel: string; required: boolean }[];
  /** The settings to change so that a run takes one more channel as input; only of the type with the role `start`. */
  withInput?(config: JsonObject, channel: string): JsonObject;
  /** Channels a run gives back; only the type with the role `end` has them. */
  outputs?(config: Config): string[];
  /** The graph that the node runs as its own, and which channels go in and come out. */
  subgraph?(config: Config): Subgraph;
  /**
   * It computes from the state alone, without pause or call: it may begin while the checkpoint before it is still being
   * stored, and run again if that fails.
   */
  local?: true;
  /** A run of it may leave files, which the run's page lists. */
  leavesFiles?: true;
  /** True if running the node twice with the same state has no further effect outside. */
  idempotent(config: Config): boolean;
  /** Whether the node may pause the run for a person. */
  interrupts?(config: Config): boolean;
  /** Key setting in a few words for the second line of the card, e.g. `GET /orders`. */
  describe(config: Config): string;
  /** Checks zod cannot make; `path.nodeId` is filled in by the validator. */
  check?(config: Config): Issue[];
  /** A complete example that runs in the contract test and appears in the documentation. */
  sample: { config: Config; state: Record<string, Json> };
}
