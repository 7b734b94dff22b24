import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { IssueCode } from "@/workflows/graph/issue";

/** A document that has an issue, and its near miss. */
export interface Case {
  code: IssueCode;
  name: string;
  has: GraphDocument;
  severity: "error" | "warning";
  path: object;
  message: RegExp;
  /** Close to it, and fine. */
  hasNot: GraphDocument;
  /** Whether the fix takes the issue away. */
  fixed?: boolean;
}

export const text: Channel = { type: "string", reducer: "replace" };
export const number: Channel = { type: "number", reducer: "replace" };
export const list: Channel = { type: "array", reducer: "replace" };
export const any: Channel = { type: "any", reducer: "replace" };
export const writesX = { writes: [{ channel: "x" }] };
export const readsX = { reads: [{ channel: "x" }] };
