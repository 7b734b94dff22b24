import { cn } from "./cn";
import { formatMoney } from "./format/money";

interface MoneyProps {
  /** Micro-dollars; null when no price is known. */
  micros: number | null | undefined;
  className?: string;
}

export function Money({ micros, className }: MoneyProps) {
  return (
    <span
      className={cn("tabular-nums", micros == null && "text-muted-foreground", className)}
      title={micros == null ? "No price is known for a model that was called" : undefined}
    >
      {formatMoney(micros)}
    </span>
  );
}
