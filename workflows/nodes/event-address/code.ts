import { key } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { EventAddressConfig } from "./definition";

export const writeEventAddress: WriteNode<EventAddressConfig> = ({ output }, scope) => {
  scope.note(
    "The address is one below EVENTS_URL. What takes calls there, and resumes the thread that waits for the key, is yours to write.",
  );
  scope.use("./lib/event-address", "eventAddress");
  scope.env("EVENTS_URL", "Where other systems tell of events, e.g. https://agents.example.com/events.");
  const address = "eventAddress(config)";
  return [output ? `return { update: { ${key(output)}: ${address} } };` : "return {};"];
};
