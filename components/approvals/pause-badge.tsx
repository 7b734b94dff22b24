import { Badge } from "@/components/ui/badge";
import { asksPerson } from "@/workflows/events/asks";
import type { InterruptPayload } from "@/workflows/events/event";

interface PauseBadgeProps {
  payload: InterruptPayload;
  answered: boolean;
  /** The run has ended: what is not answered by now never will be. */
  isOver: boolean;
}

/** How a pause stands. Amber is for what people are asked; a clock or another run needs nobody. */
export function PauseBadge({ payload, answered, isOver }: PauseBadgeProps) {
  if (answered) return null;
  if (isOver) return <Badge>Withdrawn: the run ended</Badge>;
  return <Badge tone={asksPerson(payload) ? "waiting" : "running"}>Waiting</Badge>;
}
