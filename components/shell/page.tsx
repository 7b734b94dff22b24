import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** The body of a page that is not a full-height tool: margins, a width to read in, space between parts. */
export function Page({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn(
        "mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-5 px-4 py-5 sm:px-8 sm:py-7",
        className,
      )}
      {...props}
    />
  );
}
