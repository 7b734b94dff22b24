import type { LucideIcon } from "lucide-react";
import { cn } from "./cn";

export const tintClasses = {
  flow: "bg-category-flow-soft text-category-flow",
  model: "bg-category-model-soft text-category-model",
  agent: "bg-category-agent-soft text-category-agent",
  data: "bg-category-data-soft text-category-data",
  tools: "bg-category-tools-soft text-category-tools",
  human: "bg-category-human-soft text-category-human",
  code: "bg-category-code-soft text-category-code",
  safety: "bg-category-safety-soft text-category-safety",
};

export type Tint = keyof typeof tintClasses;

interface TintedIconProps {
  icon: LucideIcon;
  tint: Tint;
  className?: string;
}

/** The small tinted square with an icon: the only place where a category shows its colour. */
export function TintedIcon({ icon: Icon, tint, className }: TintedIconProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-md",
        tintClasses[tint],
        className,
      )}
    >
      <Icon className="size-4" />
    </span>
  );
}
