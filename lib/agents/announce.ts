import type { Operation } from "@/workflows/graph/operation";

/** An accepted change of a draft, told to everybody who has it open. */
export interface DraftChange {
  agentId: string;
  workspaceId: string;
  /** The revision that the operations led to. */
  revision: number;
  operations: Operation[];
  by: { userId: string | null; name: string };
}

/** Never throws: a change is kept whether or not others could be told. */
export type AnnounceDraft = (change: DraftChange) => void;
