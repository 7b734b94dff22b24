import { type Verdict, verdictLine } from "../moderation-verdict";
import type { Finding } from "./check-text.server";

/** What a model's verdict adds. */
export function judgedFinding(verdict: Verdict): Finding[] {
  if (!verdict.blocked) return [];
  const detail = verdictLine(verdict)
    .replace(/^Blocked[:.] ?/, "")
    .replace(/\.$/, "");
  return [{ check: "topics", detail, blocks: true }];
}

/** A finding in a line for the trace. It never holds what was found. */
export function findingLine({ check, detail, blocks }: Finding): string {
  return blocks ? `Blocked by the check of ${check}: ${detail}.` : `The check of ${check}: ${detail}.`;
}
