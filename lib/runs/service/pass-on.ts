import { and, eq, sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { members, users } from "@/drizzle/schema";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { roleMay } from "@/lib/auth/permissions";
import { AppError } from "@/workflows/errors/app-error";
import { toJsonb } from "../events/jsonb";
import { type Answerer, answererOf, pauseKind, refusal } from "../pauses/answerer";
import { type Assigned, type Standing, standingSchema } from "../pauses/standing";
import { inTransaction } from "../transaction";
import { tooLate } from "./answer-interrupt";
import type { RunContext } from "./context";
import { getInterrupt } from "./read-interrupts";

/**
 * Passes one's turn at a pause to another member, who is asked from now on in one's place. Where it was for everybody,
 * it is for them alone.
 * @throws AppError not_found, forbidden: it is not one's turn, invalid_input (to), already_answered, conflict
 */
export async function passOn(
  context: RunContext,
  actor: WorkspaceActor,
  id: string,
  to: string,
): Promise<InterruptSummary> {
  const pause = await getInterrupt(context.db, actor, id);
  if (pause.status !== "waiting") throw tooLate(pause);
  const who = await answererOf(context.db, actor);
  const email = await requireAnswerer(context, actor.workspaceId, to);
  if (email === who.email) throw new AppError("invalid_input", "This is your turn already.", { field: "to" });
  const changed = await change(context, id, (standing) => {
    const problem = refusal(who, standing, pauseKind(pause));
    if (problem) throw problem;
    return passed(standing, who, email);
  });
  if (!changed) throw tooLate(await getInterrupt(context.db, actor, id));
  context.bus.inboxChanged({ workspaceId: actor.workspaceId, runId: pause.runId });
  return getInterrupt(context.db, actor, id);
}

/** Who is asked afterwards: the other one in one's place. */
function passed({ assignees }: Standing, { email: own, name }: Answerer, email: string): Assigned[] {
  const rest = assignees.filter((one) => one.kind !== "member" || (one.email !== own && one.email !== email));
  return [...rest, { kind: "member", email, by: name, ...(own && { from: own }) }];
}

/** A member of the workspace who may answer, by address. */
async function requireAnswerer({ db }: RunContext, workspaceId: string, to: string): Promise<string> {
  const email = to.trim().toLowerCase();
  const [found] = await db
    .select({ role: members.role, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), eq(sql`lower(${users.email})`, email)));
  if (!found) {
    throw new AppError("invalid_input", `${to} is no member of this workspace.`, { field: "to" });
  }
  if (roleMay(found.role, "interrupt.answer")) return email;
  throw new AppError("invalid_input", `${found.name} may look at approvals, but not answer them.`, {
    field: "to",
    hint: "Choose somebody else, or ask an administrator to give them another role.",
  });
}

/** False: the pause waits no more. */
function change(
  context: RunContext,
  id: string,
  assign: (standing: Standing) => Assigned[],
): Promise<boolean> {
  return inTransaction(context.pool, async (connection: PoolClient) => {
    const { rows } = await connection.query(
      "select assignees, votes from interrupts where id = $1 and status = 'waiting' for update",
      [id],
    );
    if (rows.length === 0) return false;
    const assignees = assign(standingSchema.parse(rows[0]));
    await connection.query("update interrupts set assignees = $2 where id = $1", [id, toJsonb(assignees)]);
    return true;
  });
}
