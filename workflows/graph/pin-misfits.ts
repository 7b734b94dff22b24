import { writtenValueProblem } from "@/workflows/nodes/channel-value";
import { limitPort } from "@/workflows/nodes/ports";
import type { Channels } from "./channel";
import type { Pin } from "./pin";
import { own } from "./record";

/**
 * What of a pinned result does not fit its node any more, each in words that follow “it”: “leaves by …”, “writes …”.
 * @param ports those of the node; `limit` counts as there, it comes and goes with caps
 */
export function pinMisfits(pin: Pin, ports: readonly { name: string }[], channels: Channels): string[] {
  const knowsPort = ports.some(({ name }) => name === pin.port) || pin.port === limitPort.name;
  return [
    ...(knowsPort ? [] : [`leaves by “${pin.port}”, a port that is not there`]),
    ...Object.entries(pin.update).flatMap(([name, value]): string[] => {
      const channel = own(channels, name);
      if (!channel) return [`writes “${name}”, a channel that is not there`];
      const problem = writtenValueProblem(channel, value);
      return problem ? [`writes “${name}”, which ${problem}`] : [];
    }),
  ];
}
