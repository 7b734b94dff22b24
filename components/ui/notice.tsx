import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneClasses } from "./tone";

const icons: Record<Tone, LucideIcon> = {
  neutral: Info,
  running: Info,
  done: CircleCheck,
  waiting: TriangleAlert,
  failed: CircleAlert,
};

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

/** A box of words inside a page: a result, a warning, something to know. */
export function Notice({ tone = "neutral", title, children, actions, className }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === "failed" ? "alert" : "status"}
      className={cn("flex gap-2.5 rounded-md border px-3 py-2.5 text-sm", toneClasses[tone].box, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="min-w-0 break-words">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
