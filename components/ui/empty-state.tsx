import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What would stand here and how it gets here, in a sentence or two. */
  children: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** `h1` where this is all there is on the page. */
  as?: "h1" | "h2";
  className?: string;
}

/** Where a list has nothing to show: teaches, and offers one action. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  as: Heading = "h2",
  className,
}: EmptyStateProps) {
  return (
    <div className={cn("mx-auto grid max-w-md justify-items-center gap-2 px-6 py-14 text-center", className)}>
      <span className="mb-1 inline-flex size-10 items-center justify-center rounded-lg border bg-card text-muted-foreground">
        <Icon aria-hidden className="size-5" />
      </span>
      <Heading className="font-semibold text-base">{title}</Heading>
      <div className="text-muted-foreground text-sm">{children}</div>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
