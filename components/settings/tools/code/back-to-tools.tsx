import { ArrowLeft } from "lucide-react";
import Link from "next/link";

export function BackToTools() {
  return (
    <Link
      href="/settings/tools"
      className="inline-flex items-center gap-1 justify-self-start rounded-sm text-muted-foreground text-sm hover:text-foreground pointer-coarse:min-h-11"
    >
      <ArrowLeft aria-hidden className="size-4" />
      Tools
    </Link>
  );
}
