import type { Issue } from "@/workflows/graph/issue";
import { pinMisfits } from "@/workflows/graph/pin-misfits";
import { own } from "@/workflows/graph/record";
import { type Rule, titleOf } from "./subject";

/** A pinned result fits its node: its port is there, and so are the channels it writes, with room for its values. */
export const pins: Rule = (subject) =>
  subject.nodes.flatMap(({ id, complete, ports }): Issue[] => {
    const pin = own(subject.document.pins, id);
    if (!pin || !complete) return [];
    const misfits = pinMisfits(pin, ports, subject.document.channels);
    if (misfits.length === 0) return [];
    return [
      {
        code: "pin_invalid",
        severity: "warning",
        path: { nodeId: id },
        message: `The pinned output of ${titleOf(subject, id)} ${misfits.join(" and ")}. Take the pin off or pin another output.`,
        fix: { label: "Take the pin off", operation: { op: "node.pin", id, pin: null } },
      },
    ];
  });
