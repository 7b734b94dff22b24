import { cn } from "./cn";

/** A grey shape where content will be; give it the size of that content so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("h-4 animate-pulse rounded-sm bg-accent", className)} />;
}

/** Skeleton lines of a list, announced once. */
export function SkeletonRows({ rows = 5, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="divide-y">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="flex h-14 items-center gap-3 px-3">
          <Skeleton className="size-7 rounded-md" />
          <div className="grid flex-1 gap-1.5">
            <Skeleton className={row % 2 ? "h-3.5 w-40" : "h-3.5 w-52"} />
            <Skeleton className="h-3 w-28" />
          </div>
          <Skeleton className="h-3.5 w-16" />
        </div>
      ))}
    </div>
  );
}
