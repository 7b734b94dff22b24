import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import { type Actor, may } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { InterruptPayload } from "@/workflows/events/event";
import type { Assigned, PauseKind, Standing } from "./standing";

/** Somebody who would answer a pause. */
export interface Answerer {
  /** Each answers a pause once: a member's, a key's or a link's id. */
  id: string;
  userId: string | null;
  name: string | null;
  email: string | null;
  role: string | null;
  /** Role or scope allow to answer at all. */
  mayAnswer: boolean;
  /** Whoever may talk with an agent may do what its tools leave to its caller. */
  mayCall: boolean;
  /** Administrators may answer what is for others. */
  overrides: boolean;
}

export async function answererOf(db: Queryable, actor: Actor): Promise<Answerer> {
  const mayAnswer = may(actor, "interrupt.answer");
  const mayCall = actor.kind === "visitor" || may(actor, "agent.chat");
  const nobody = { userId: null, email: null, role: null, mayAnswer, mayCall, overrides: false };
  if (actor.kind === "visitor") return { ...nobody, id: actor.visitorId, name: null };
  if (actor.kind === "key") {
    return { ...nobody, id: actor.keyId, name: actor.name, overrides: actor.scopes.includes("manage") };
  }
  const { userId, name, role } = actor;
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const email = user?.email.trim().toLowerCase() ?? null;
  return { id: userId, userId, name, email, role, mayAnswer, mayCall, overrides: role === "admin" };
}

/** Who answers a pause, as its row has it. */
export function pauseKind({ payload }: { payload: InterruptPayload }): PauseKind {
  const { kind = "human" } = payload;
  return kind === "outcome_unknown" ? "human" : kind;
}

/** Why somebody may not answer a pause, in words for them; undefined: they may. */
export function refusal(
  who: Answerer,
  { assignees, votes }: Standing,
  kind: PauseKind,
): AppError | undefined {
  if (kind === "client") {
    return who.mayCall
      ? undefined
      : new AppError("forbidden", "This key may look at runs, but not do what their tools ask for.");
  }
  // Who may start test runs may let them go on; that was asked before.
  if (kind === "breakpoint") return undefined;
  if (!who.mayAnswer) {
    return new AppError("forbidden", "Your role may look at approvals, but not answer them.", {
      hint: "Ask an administrator of the workspace for another role.",
    });
  }
  const own = votes.find(({ voter }) => voter === who.id);
  if (own) {
    return new AppError("conflict", "You have answered this already; others are still to answer.", {
      hint: "Each person's answer counts once.",
    });
  }
  if (assignees.length === 0 || who.overrides) return undefined;
  const passedTo = assignees.find(({ from }) => from !== null && from !== undefined && from === who.email);
  const isAsked = assignees.some((one) => isFor(who, one));
  if (passedTo && !assignees.some((one) => one.kind === "member" && one.email === who.email)) {
    return new AppError("forbidden", `You have passed this on to ${nameOf(passedTo)}.`);
  }
  if (isAsked) return undefined;
  return new AppError("forbidden", `This is for ${assignees.map(nameOf).join(", ")} to answer.`, {
    hint: "They can pass it on to you; administrators may answer it, too.",
  });
}

function isFor({ email, role }: Answerer, one: Assigned): boolean {
  return one.kind === "role" ? one.role === role : one.email === email;
}

const nameOf = (one: Assigned) => (one.kind === "role" ? `the role ${one.role}` : one.email);
