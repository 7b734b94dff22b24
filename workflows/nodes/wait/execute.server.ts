import { evaluate } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import type { WaitConfig } from "./definition";
import { durationMs } from "./duration";
import { waitPause } from "./pause";
import { readTime } from "./read-time";

/**
 * Always pauses, also where the time has passed: whether it has is for the database's clock to say, and a node that
 * ran again beside an answered pause must do what it did before.
 */
export const executeWait: NodeExecute<WaitConfig> = (config) => async (state, context) => {
  const time =
    config.wait === "until"
      ? { wakeAt: readTime(evaluate(config.until ?? "null", state), Date.now()) }
      : { wakeAfterMs: durationMs(config) };
  context.interrupt(waitPause(time, config.skippable));
  return {};
};
