import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { limitPort } from "@/workflows/nodes/ports";
import { type Rule, titleOf } from "./subject";

/** A pinned result fits its node: the port it leaves by is there, and so are the channels it writes. */
export const pins: Rule = (subject) =>
  subject.nodes.flatMap(({ id, complete, ports }): Issue[] => {
    const pin = own(subject.document.pins, id);
    if (!pin || !complete) return [];
    const stray = Object.keys(pin.update).find((name) => !own(subject.document.channels, name));
    const knowsPort = ports.some(({ name }) => name === pin.port) || pin.port === limitPort.name;
    if (knowsPort && stray === undefined) return [];
    const what = knowsPort ? `writes “${stray}”, a channel` : `leaves by “${pin.port}”, a port`;
    return [
      {
        code: "pin_invalid",
        severity: "warning",
        path: { nodeId: id },
        message: `The pinned output of ${titleOf(subject, id)} ${what} that is not there. Take the pin off or pin another output.`,
        fix: { label: "Take the pin off", operation: { op: "node.pin", id, pin: null } },
      },
    ];
  });
