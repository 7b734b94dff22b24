import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { getRunTrace } from "@/lib/api/contract/trace";

export type ComparedRun = CallOutput<typeof getRunTrace>;

export interface ComparedRuns {
  a: ComparedRun;
  b: ComparedRun;
}

export const sides = ["a", "b"] as const;
export type Side = (typeof sides)[number];
export const sideNames: Record<Side, string> = { a: "A", b: "B" };
