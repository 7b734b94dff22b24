import type { PublishedAgent } from "@/lib/agents/published";
import { type Actor, may } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import { forbidden } from "./middleware/access";

/** Somebody who may talk to this agent: members and keys of its workspace, visitors if it is public. */
export interface ChatCaller {
  agent: PublishedAgent;
  actor: Actor;
}

export type Visitor = Extract<Actor, { kind: "visitor" }>;

/**
 * Decides by the agent's visibility. People who may not know whether an agent exists are told the same for one
 * that is private, offline, deleted or missing: strangers to sign in, everybody else that it was not found.
 * @param asVisitor who a stranger is on public pages
 * @throws AppError unauthenticated, forbidden, not_found
 */
export function chatCaller(
  agent: PublishedAgent | null,
  actor: Actor | null,
  asVisitor: () => Visitor,
): ChatCaller {
  const isGuest = !actor || actor.kind === "visitor";
  if (agent && !isGuest && actor.workspaceId === agent.workspaceId) {
    if (!may(actor, "agent.chat")) throw forbidden(actor, "agent.chat");
    return { agent, actor };
  }
  // A key speaks for its own workspace alone; a person may be a visitor of somebody else's public page.
  if (agent?.visibility === "public" && actor?.kind !== "key") return { agent, actor: asVisitor() };
  if (isGuest) {
    throw new AppError("unauthenticated", "Sign in to reach this page, if it exists.");
  }
  throw agentNotFound();
}

const agentNotFound = () => new AppError("not_found", "There is no such agent.");
