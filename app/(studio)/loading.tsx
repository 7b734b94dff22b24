import { Page } from "@/components/shell/page";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-6 w-40" />
      <div className="rounded-lg border">
        <SkeletonRows />
      </div>
    </Page>
  );
}
