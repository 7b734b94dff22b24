import { Link2Off } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { LinkState } from "@/lib/api/contract/answer-links";

const titles: Record<LinkState | "missing", string> = {
  open: "This link works",
  used: "This link was used already",
  expired: "This link has expired",
  withdrawn: "This link was withdrawn",
  answered: "This was answered already",
  over: "This is no longer needed",
  missing: "There is no such link",
};

/** Why a link answers nothing any more. */
export function ClosedLink({ state }: { state: LinkState | "missing" }) {
  return (
    <EmptyState as="h1" icon={Link2Off} title={titles[state]}>
      {state === "missing"
        ? "Was it copied whole?"
        : "Ask whoever sent it if something is still to be decided."}
    </EmptyState>
  );
}
