import { evaluate } from "@/workflows/expressions/evaluate";
import { visitNow } from "@/workflows/recording/current-visit.server";
import { durationMs } from "../duration";
import type { NodeContext, NodeExecute, NodeResult, State } from "../execute";
import { latePort, type WaitConfig } from "./config";
import { broughtBy, eventKey, eventPause } from "./event";
import { waitPause } from "./pause";
import { readTime } from "./read-time";

/**
 * Always pauses, also where the time has passed: whether it has is for the database's clock to say, and a node that
 * ran again beside an answered pause must do what it did before.
 */
export const executeWait: NodeExecute<WaitConfig> = (config) => async (state, context) => {
  if (config.wait === "event") return waitForEvent(config, state, context);
  const time =
    config.wait === "until"
      ? { wakeAt: readTime(evaluate(config.until ?? "null", state), visitNow()) }
      : { wakeAfterMs: durationMs(config) };
  context.interrupt(waitPause(time, config.skippable));
  return {};
};

function waitForEvent(config: WaitConfig, state: State, context: NodeContext): NodeResult {
  const { schema, output, deadline, deadlineAfter: amount, deadlineUnit: unit } = config;
  const key = eventKey(evaluate(config.key ?? "null", state));
  const deadlineMs = deadline ? durationMs({ amount, unit }) : undefined;
  const brought = broughtBy(context.interrupt(eventPause({ key, schema, deadlineMs })), schema);
  if (!brought) return { port: latePort };
  return { update: output ? { [output]: brought.payload } : {} };
}
