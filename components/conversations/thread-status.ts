import type { Tone } from "@/components/ui/tone";
import type { Conversation } from "@/lib/api/contract/conversations";

type ThreadStatus = Conversation["status"];
export const threadStatuses = ["idle", "busy", "interrupted", "error"] as const satisfies ThreadStatus[];

/** How a conversation is doing, in words. */
export const threadStatusWords: Record<ThreadStatus, { tone: Tone; label: string }> = {
  idle: { tone: "neutral", label: "Quiet" },
  busy: { tone: "running", label: "At work" },
  interrupted: { tone: "waiting", label: "Waiting" },
  error: { tone: "failed", label: "Failed" },
};

/** Whose conversation it is. */
export function personWords({
  person,
  isVisitor,
  source,
}: Pick<Conversation, "person" | "isVisitor" | "source">) {
  if (person !== null) return person;
  if (isVisitor) return "A visitor";
  return source === "tool" ? "An agent" : "A program";
}
