import { Skeleton } from "@/components/ui/skeleton";

/** The editor's regions while the agent is being loaded. */
export function WorkspaceSkeleton() {
  return (
    <div role="status" className="flex h-full flex-col">
      <span className="sr-only">Opening the agent</span>
      <div className="flex h-12 shrink-0 items-center gap-3 border-b px-4">
        <Skeleton className="h-5 w-36" />
        <Skeleton className="h-5 w-20 rounded-full" />
        <Skeleton className="ml-auto h-8 w-40 max-md:hidden" />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="flex-1 bg-canvas" />
        <div className="hidden w-[22rem] space-y-3 border-l p-4 md:block">
          <Skeleton className="w-24" />
          <Skeleton className="h-8" />
          <Skeleton className="h-8" />
        </div>
      </div>
    </div>
  );
}
