import type { Feedback } from "@/lib/api/contract/feedback";
import type { Actor, WorkspaceActor } from "@/lib/auth/actor";
import type { RunContext } from "@/lib/runs/service/context";
import type { RunService } from "@/lib/runs/service/run-service";
import { requireVisible } from "@/lib/runs/service/visibility";
import { AppError } from "@/workflows/errors/app-error";
import { type Giving, give } from "./give";
import { deleteFeedback, feedbackNames, feedbackOf } from "./read";
import { requireTarget } from "./require-target";
import { isOwn, shownFeedback } from "./row";

/** What people and programs say of runs. Every method stays inside what its actor may see. */
export class FeedbackService {
  constructor(
    private readonly context: RunContext,
    private readonly runs: RunService,
  ) {}

  /** @throws AppError not_found, invalid_input (a target that is not there), too_large */
  async give(actor: Actor, giving: Giving) {
    await requireVisible(this.context, actor, giving.runId);
    await requireTarget(this.context, this.runs, actor, giving.runId, giving.said);
    return give(this.context, actor, giving);
  }

  /** @throws AppError not_found */
  async list(actor: Actor, runId: string) {
    await requireVisible(this.context, actor, runId);
    return feedbackOf(this.context.db, actor, [runId]);
  }

  /** What the actor said of these runs themselves. */
  async ownOf(actor: Actor, runIds: readonly string[]) {
    return (await feedbackOf(this.context.db, actor, runIds)).filter(({ own }) => own);
  }

  /**
   * Takes back what the actor said.
   * @param others also what somebody else said, which the caller has checked that the actor may
   * @throws AppError not_found: there is none, or somebody else said it
   */
  async remove(actor: Actor, place: { runId: string; id: string }, others = false): Promise<Feedback> {
    await requireVisible(this.context, actor, place.runId);
    const mayDelete = (author: string) => others || isOwn(actor, author);
    const gone = await deleteFeedback(this.context.db, mayDelete, place);
    if (!gone) {
      throw new AppError("not_found", `There is no such feedback${others ? "" : " of yours"} on this run.`);
    }
    const { workspaceId, agentId, runId } = gone;
    this.context.bus.feedbackChanged({ workspaceId, agentId, runId });
    return shownFeedback(actor, gone);
  }

  names(actor: WorkspaceActor) {
    return feedbackNames(this.context.db, actor);
  }
}
