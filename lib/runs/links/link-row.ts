import { sql } from "drizzle-orm";
import { answerLinks, interrupts } from "@/drizzle/schema";
import type { AnswerLink, LinkState } from "@/lib/api/contract/answer-links";

/** The database's clock decides, as for everything that runs out. */
export const linkState = sql<LinkState>`case
  when ${answerLinks.usedAt} is not null then 'used'
  when ${answerLinks.withdrawnAt} is not null then 'withdrawn'
  when ${interrupts.status} = 'answered' then 'answered'
  when ${interrupts.status} = 'withdrawn' then 'over'
  when ${answerLinks.expiresAt} <= now() then 'expired'
  else 'open' end`;

export function toLink(link: typeof answerLinks.$inferSelect, state: LinkState): AnswerLink {
  return {
    id: link.id,
    recipient: link.recipient,
    answer: link.answer,
    state,
    createdBy: link.createdByName,
    expiresAt: link.expiresAt.toISOString(),
    usedAt: link.usedAt?.toISOString() ?? null,
    createdAt: link.createdAt.toISOString(),
  };
}
