import { own, withEntry, withoutKeys } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { refuse } from "./problem";

export const addChannel: OperationHandler<OperationOf<"channel.add">> = {
  apply(document, { name, channel }) {
    if (own(document.channels, name)) {
      return refuse("channel_exists", { channel: name }, `There is a channel named "${name}" already.`);
    }
    return ok({ ...document, channels: withEntry(document.channels, name, channel) });
  },
  invert: (_, { name }) => [{ op: "channel.remove", name }],
};

export const removeChannel: OperationHandler<OperationOf<"channel.remove">> = {
  apply(document, { name }) {
    if (!own(document.channels, name)) return unknownChannel(name);
    return ok({ ...document, channels: withoutKeys(document.channels, [name]) });
  },
  invert(document, { name }) {
    const channel = own(document.channels, name);
    return channel ? [{ op: "channel.add", name, channel }] : [];
  },
};

export const updateChannel: OperationHandler<OperationOf<"channel.update">> = {
  apply(document, { name, channel }) {
    if (!own(document.channels, name)) return unknownChannel(name);
    return ok({ ...document, channels: withEntry(document.channels, name, channel) });
  },
  invert(document, { name }) {
    const channel = own(document.channels, name);
    return channel ? [{ op: "channel.update", name, channel }] : [];
  },
  coalesce: (first, second) => (first.name === second.name ? second : undefined),
};

function unknownChannel(name: string) {
  return refuse("channel_unknown", { channel: name }, `There is no channel named "${name}" any more.`);
}
