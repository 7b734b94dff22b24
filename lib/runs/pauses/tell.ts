import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/drizzle/schema";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { Log } from "@/lib/log/log";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { Tell } from "@/workflows/events/interrupt";
import type { Message } from "@/workflows/notify/message";
import { tellByMail, tellChat } from "@/workflows/notify/send.server";
import type { NodeServices } from "@/workflows/runtime/ports";
import { toJsonb } from "../events/jsonb";
import { insertLink } from "../links/make-link";
import type { RunContext } from "../service/context";
import { pauseFor } from "../service/read-interrupts";
import type { Answerer } from "./answerer";

interface TellerDeps extends Pick<RunContext, "pool" | "db" | "bus" | "clock"> {
  log: Log;
  publicUrl?: string | undefined;
  servicesOf(workspaceId: string): Promise<NodeServices>;
}

const portion = 20;
const mostTimes = 10;
/** A message that asks somebody to answer is worth more than a day. */
const linkHours = 24 * 7;

/** Taken before it is sent: a message that a lost process may have sent is not sent twice. */
const claimSql = `
with due as (
  select id from interrupts where status = 'waiting' and tell_at <= now()
  order by tell_at limit ${portion} for update skip locked
)
update interrupts i set
  told = i.told + 1,
  tell_at = case when i.told + 1 < ${mostTimes}
    then now() + (i.payload->'tell'->>'againAfterMs')::float8 * interval '1 millisecond' end
from due where i.id = due.id
returning i.id, i.workspace_id as "workspaceId", i.told`;

const claimedSchema = z.array(z.object({ id: z.string(), workspaceId: z.string(), told: z.int() }));
type Claimed = z.infer<typeof claimedSchema>[number];

/** Nobody in particular: the engine itself reads the question. */
const engine: Answerer = {
  id: "engine",
  userId: null,
  name: null,
  email: null,
  role: null,
  mayAnswer: true,
  mayCall: false,
  overrides: true,
};

/** Tells people of questions beside the inbox, with links that answer them. */
export class Teller {
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly deps: TellerDeps) {}

  /** Every second. Sending goes on beside the worker's rounds, which must not wait for a slow mail server. */
  async tellDue(): Promise<void> {
    const { rows } = await this.deps.pool.query({ name: "pauses_to_tell", text: claimSql });
    for (const claimed of claimedSchema.parse(rows)) {
      const sending = this.tell(claimed).finally(() => this.underWay.delete(sending));
      this.underWay.add(sending);
    }
  }

  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** What goes wrong stands beside the question, where people see it; the run does not fail for it. */
  private async tell(claimed: Claimed): Promise<void> {
    try {
      const pause = await pauseFor(this.deps.db, engine, claimed.id);
      if (pause.payload.tell) await this.send(pause, pause.payload.tell, claimed);
    } catch (error) {
      this.deps.log.warn({ err: error, interruptId: claimed.id }, "people could not be told of a question");
      const why = isAppError(error) ? error.message : "Something went wrong inside.";
      await this.note(claimed, `People could not be told of this. ${why}`).catch(() => {});
    }
  }

  private async send(pause: InterruptSummary, tell: Tell, claimed: Claimed): Promise<void> {
    const services = await this.deps.servicesOf(claimed.workspaceId);
    const sending = { services, callKey: `${pause.id}:${claimed.told}`, signal: AbortSignal.timeout(60_000) };
    if (tell.by !== "email") {
      const message = await this.messageFor(pause, claimed, {
        recipient: tell.by,
        voter: `chat:${pause.id}`,
      });
      return tellChat({ by: tell.by, secret: tell.secret ?? "" }, message, sending);
    }
    const failures: unknown[] = [];
    for (const to of tell.to ?? []) {
      const message = await this.messageFor(pause, claimed, { recipient: to, voter: await this.voterOf(to) });
      const callKey = `${sending.callKey}:${to}`;
      await tellByMail(to, message, { ...sending, callKey }).catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  private async messageFor(
    pause: InterruptSummary,
    { workspaceId, told }: Claimed,
    link: { recipient: string; voter: string },
  ): Promise<Message> {
    const { answers, form, message } = pause.payload;
    const title = `${told > 1 ? "Reminder: " : ""}${pause.nodeTitle} (${pause.agentName})`;
    const { publicUrl } = this.deps;
    if (!publicUrl) return { title, text: `${message}\n\nAnswer it under Approvals.` };
    // Where something is to be filled in, or there is much to choose from, one link leads to all of it.
    const isSimple = !form && answers.length <= 3;
    const ways = isSimple
      ? answers.map(({ id, label }) => ({ answer: id, label }))
      : [{ answer: undefined, label: "Answer" }];
    const links = [];
    for (const { answer, label } of ways) {
      const made = { ...link, answer, hours: linkHours, workspaceId, interruptId: pause.id };
      const { path } = await insertLink(this.deps.db, { ...made, createdBy: null, createdByName: null });
      links.push({ label, url: new URL(path, publicUrl).href });
    }
    return { title, text: message, links };
  }

  /** A member's link is that member's vote, so that they have one, however they answer. */
  private async voterOf(address: string): Promise<string> {
    const [user] = await this.deps.db
      .select({ id: users.id })
      .from(users)
      .where(eq(sql`lower(${users.email})`, address.toLowerCase()));
    return user?.id ?? `mail:${address.toLowerCase()}`;
  }

  private async note({ id }: Claimed, text: string): Promise<void> {
    const said = { by: "Signalbox", at: new Date(this.deps.clock.now()).toISOString(), text };
    const { rows } = await this.deps.pool.query(
      `update interrupts set comments = comments || $2::jsonb where id = $1
       returning workspace_id as "workspaceId", run_id as "runId"`,
      [id, toJsonb([said])],
    );
    const [changed] = z.array(z.object({ workspaceId: z.string(), runId: z.string() })).parse(rows);
    if (changed) this.deps.bus.inboxChanged(changed);
    else throw new AppError("not_found", "The question is gone.");
  }
}
