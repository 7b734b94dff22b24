import { AppError } from "@/workflows/errors/app-error";
import type { ChildReport } from "@/workflows/runtime/ports";
import { deepestCall } from "@/workflows/tools/agent/depth";
import { childPause } from "@/workflows/tools/agent/pause";
import type { NodeExecute } from "../execute";
import type { CallAgentConfig } from "./definition";
import { calledInput, calledOutput } from "./values";

/**
 * Runs again from its top after a pause: the call then finds the run it had started. Each attempt of the node makes a
 * call of its own.
 */
export const executeCallAgent: NodeExecute<CallAgentConfig> =
  (config, services) => async (state, context) => {
    if (context.depth >= deepestCall) {
      throw new AppError(
        "tool_failed",
        `Agents already call each other ${deepestCall} deep; “${config.slug}” is not called.`,
        { hint: "Two agents may be calling each other in a circle." },
      );
    }
    const call = {
      slug: config.slug,
      version: config.version,
      given: { input: calledInput(config.inputs, state) },
      callKey: context.callKey(`agent${context.attempt}`),
      signal: context.signal,
      depth: context.depth + 1,
      timeoutMs: config.timeoutMinutes === undefined ? undefined : config.timeoutMinutes * 60_000,
      report: (report: ChildReport) => context.report(report),
    };
    for (;;) {
      const answer = await services.agents.call(call);
      if ("output" in answer) return { update: calledOutput(config, answer.output) };
      context.interrupt(childPause(answer));
    }
  };
