import type { Channel } from "./channel";

/** What a version of an agent takes and gives: the channels that its Start and its Ends name. */
export interface AgentSignature {
  version: number;
  inputs: (Pick<Channel, "type" | "reducer" | "description"> & { channel: string; required: boolean })[];
  outputs: (Pick<Channel, "type" | "description"> & { channel: string })[];
}

/** An agent of the workspace, as far as graphs that call it need to know. */
export interface KnownAgent {
  id: string;
  slug: string;
  name: string;
  isDeleted: boolean;
  /** null: it is not published. */
  liveVersion: number | null;
  /** 0: it never was published. */
  newestVersion: number;
  /** Of the live version, and of others that were asked for. */
  signatures: AgentSignature[];
}

export const isCallable = ({ isDeleted, liveVersion }: KnownAgent): boolean =>
  !isDeleted && liveVersion !== null;

/** @param version absent: the live one */
export function signatureOf(agent: KnownAgent, version: number | undefined): AgentSignature | undefined {
  const wanted = version ?? agent.liveVersion;
  return agent.signatures.find((signature) => signature.version === wanted);
}
