import type { AnswerLink } from "@/lib/api/contract/answer-links";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { GivenAnswer } from "@/workflows/events/event";
import type { RunContext } from "../service/context";
import { answerByLink, type LinkView, lookAtLink } from "./answer-by-link";
import { type LinkWish, listLinks, type MadeLink, makeLink, withdrawLink } from "./make-link";

/** Links by which people without an account answer pauses. */
export class AnswerLinks {
  constructor(private readonly context: RunContext) {}

  make(actor: WorkspaceActor, interruptId: string, wish: LinkWish): Promise<MadeLink> {
    return makeLink(this.context, actor, interruptId, wish);
  }

  list(actor: WorkspaceActor, interruptId: string): Promise<AnswerLink[]> {
    return listLinks(this.context, actor, interruptId);
  }

  withdraw(actor: WorkspaceActor, interruptId: string, linkId: string): Promise<void> {
    return withdrawLink(this.context, actor, interruptId, linkId);
  }

  look(token: string): Promise<LinkView> {
    return lookAtLink(this.context, token);
  }

  use(token: string, answer: GivenAnswer): ReturnType<typeof answerByLink> {
    return answerByLink(this.context, token, answer);
  }
}
