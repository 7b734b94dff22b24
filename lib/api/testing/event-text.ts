import { createParser } from "eventsource-parser";
import { type RunEvent, runEventSchema } from "@/workflows/events/event";

/** The events of a stream that has ended. Throws where a frame's number or type is not its event's. */
export async function streamedEvents(response: Response): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  const parser = createParser({
    onEvent: ({ id, event: type, data }) => {
      const event = runEventSchema.parse(JSON.parse(data));
      if (id !== String(event.seq) || type !== event.type)
        throw new Error(`Frame ${id} ${type} holds ${data}`);
      events.push(event);
    },
  });
  parser.feed(await response.text());
  return events;
}
