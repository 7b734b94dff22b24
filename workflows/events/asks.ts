import type { InterruptPayload } from "./interrupt";

/** Whether a person is asked, so that the pause belongs into the inbox. */
export function asksPerson({ kind }: Pick<InterruptPayload, "kind">): boolean {
  return kind === undefined || kind === "outcome_unknown";
}

/** Whether an answer can be given by hand: by a person who is asked, or in place of the program that runs the agent. */
export function takesAnswers(pause: Pick<InterruptPayload, "kind">): boolean {
  return asksPerson(pause) || pause.kind === "client";
}
