import { durationMs } from "../duration";
import type { NodeExecute } from "../execute";
import type { EventAddressConfig } from "./definition";

export const executeEventAddress: NodeExecute<EventAddressConfig> =
  (config, services) => async (_, context) => {
    const { runId } = context;
    const address = await services.events.open({
      runId,
      callKey: context.callKey("event"),
      lastsMs: durationMs(config),
    });
    return { update: config.output ? { [config.output]: { ...address } } : {} };
  };
