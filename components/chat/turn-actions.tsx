import { ListTree } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Json } from "@/workflows/graph/json";
import { copyOf } from "./output-text";

interface TurnActionsProps {
  answers: readonly string[];
  output: Json | null;
  traceHref?: string | undefined;
}

/** What can be done with an answer that is there. */
export function TurnActions({ answers, output, traceHref }: TurnActionsProps) {
  const text = [...answers, copyOf(output)].join("\n\n").trim();
  return (
    <div className="-mt-2 -ml-2 flex items-center gap-1">
      {text ? <CopyButton value={text} label="Copy answer" /> : null}
      {traceHref ? (
        <Button asChild variant="ghost" size="sm">
          <Link href={traceHref}>
            <ListTree aria-hidden />
            View trace
          </Link>
        </Button>
      ) : null}
    </div>
  );
}
