import { cn } from "@/components/ui/cn";

/** Two signals joined by a track; the same drawing as app/icon.svg. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-8", className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <path
        d="M9 22h4.500c5 0 3.500-12 9.500-12"
        fill="none"
        strokeWidth="2.500"
        strokeLinecap="round"
        className="stroke-primary-foreground"
      />
      <circle cx="9" cy="22" r="3" className="fill-primary-foreground" />
      <circle cx="23" cy="10" r="3" className="fill-[#4ade80] dark:fill-[#16a34a]" />
    </svg>
  );
}
