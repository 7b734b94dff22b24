import type { Facts } from "@/workflows/catalogue/facts";
import type { KnownPrompt } from "@/workflows/prompts/known-prompt";
import type { KnownAgent } from "./known-agent";
import type { Principal } from "./principal";

/** What a workspace has set up beside its graphs. Names alone: no key and no secret is ever in here. */
export interface Configured {
  /** Model connections by id; `ready`: what their provider needs is there. */
  connections: { id: string; name: string; ready: boolean }[];
  /** Names that stand for models. */
  slots: string[];
  /** What is known of models and slots, by reference; absent: nothing is. */
  models?: KnownModel[] | undefined;
  /** By name, also those that cannot be called, so that it can be said why. */
  agents: KnownAgent[];
  secrets: string[];
  /** Of the workspace's tool sources. */
  tools: KnownTool[];
  /** Of the workspace's prompt library; absent: it is not known. */
  prompts?: KnownPrompt[] | undefined;
}

/** What a model is known to lack or to allow. Of a slot: what all of its models lack, and the most that one allows. */
export interface KnownModel {
  reference: string;
  name: string;
  facts: Facts;
}

export interface KnownTool {
  id: string;
  /** By which models call it. */
  name: string;
  title: string;
  source: string;
  /** A call that is made again changes nothing. */
  repeatable: boolean;
  state: ToolState;
  /** The newest version of a tool in code; other tools have none to choose from. */
  version: number | null;
  /** For whose runs it may be used; null: for everybody's. */
  usableFor: Principal[] | null;
}

/** `changed`: its source describes it otherwise than it was approved. `gone`: its source has it no more. */
export const toolStates = ["ready", "changed", "gone", "off"] as const;
export type ToolState = (typeof toolStates)[number];
