"use client";

import { createContext, type ReactNode, useContext } from "react";
import { readableName } from "@/components/ui/format/readable-name";

const Readable = createContext(false);

/** Below it channels are called in plain words: for people who use an agent and did not make it. */
export function ReadableChannels({ children }: { children: ReactNode }) {
  return <Readable value={true}>{children}</Readable>;
}

/** What a channel is called here: in the studio by its own name. */
export function ChannelLabel({ channel }: { channel: string }) {
  return useContext(Readable) ? readableName(channel) : <span className="font-mono">{channel}</span>;
}
