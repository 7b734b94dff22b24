import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClasses } from "./control-classes";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={cn(controlClasses, "h-8 px-2.5 read-only:bg-muted pointer-coarse:h-11", className)}
      {...props}
    />
  );
}
