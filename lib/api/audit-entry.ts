import type { AuditEntry } from "@/lib/audit/audit";
import type { Actor } from "@/lib/auth/actor";
import type { ChatCaller } from "./chat-caller";
import type { Endpoint } from "./contract/endpoint";
import { nameOf } from "./endpoint-names";

interface Done {
  caller: Actor | ChatCaller | null;
  params?: object;
}

/** What the audit log keeps of a change: the operation, what it was done to, and who did it. */
export function auditEntry(
  endpoint: Endpoint,
  { caller, params = {} }: Done,
  answer: unknown,
  data: Record<string, unknown> | undefined,
): AuditEntry {
  const id: unknown = Object.values(params)[0] ?? idOf(answer);
  const target = { kind: endpoint.tag.toLowerCase(), id: typeof id === "string" ? id : undefined };
  const { actor, workspaceId } = whoAndWhere(caller);
  return { actor, workspaceId, action: nameOf(endpoint), target, data };
}

function whoAndWhere(caller: Done["caller"]): Pick<AuditEntry, "actor" | "workspaceId"> {
  if (!caller || !("agent" in caller)) return { actor: caller };
  return { actor: caller.actor, workspaceId: caller.agent.workspaceId };
}

function idOf(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "id" in answer ? answer.id : undefined;
}
