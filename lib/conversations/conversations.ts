import type { WorkspaceActor } from "@/lib/auth/actor";
import type { RunContext } from "@/lib/runs/service/context";
import type { RunService } from "@/lib/runs/service/run-service";
import { type ConversationFilter, listConversations } from "./list-conversations";
import { readConversation } from "./read-conversation";

/** Conversations of a workspace, for whoever may read its runs. */
export class Conversations {
  constructor(
    private readonly context: RunContext,
    private readonly runs: RunService,
  ) {}

  /** @throws AppError as `listConversations` */
  list(
    actor: WorkspaceActor,
    filter: ConversationFilter,
    paging: { cursor?: string | undefined; limit: number },
  ) {
    return listConversations(this.context.db, actor, filter, paging);
  }

  /** @throws AppError as `readConversation` */
  get(actor: WorkspaceActor, id: string, before?: string) {
    return readConversation(this.context, this.runs, actor, id, before);
  }
}
