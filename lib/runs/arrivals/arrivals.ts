import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Json } from "@/workflows/graph/json";
import type { WakeContext } from "../pauses/wake";
import { type ReceivedAt, receiveEvent } from "./receive-event";
import { sendEvent } from "./send-event";

/** Events from outside, for runs that wait for them. */
export class Arrivals {
  constructor(private readonly context: WakeContext) {}

  receive(token: string, payload: Json): Promise<ReceivedAt> {
    return receiveEvent(this.context, token, payload);
  }

  send(actor: WorkspaceActor, event: { key: string; payload: Json }): Promise<number> {
    return sendEvent(this.context, actor, event);
  }
}
