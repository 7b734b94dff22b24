import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        as="h1"
        icon={Compass}
        title="There is nothing at this address"
        action={
          <Button asChild>
            <Link href="/agents">Go to agents</Link>
          </Button>
        }
      >
        The link may be mistyped, or what it led to was deleted or belongs to another workspace.
      </EmptyState>
    </main>
  );
}
