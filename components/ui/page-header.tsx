import type { ReactNode } from "react";
import { cn } from "./cn";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Stand right after the title: a status, a version. */
  badges?: ReactNode;
  /** The page's buttons, the main one last. */
  actions?: ReactNode;
  className?: string;
}

/** The head of a page: its only h1, a line under it, its buttons. */
export function PageHeader({ title, description, badges, actions, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-wrap items-start gap-x-4 gap-y-3", className)}>
      <div className="grid min-w-0 flex-1 basis-40 gap-1">
        <div className="flex min-h-8 flex-wrap items-center gap-2 pointer-coarse:min-h-11">
          <h1 className="min-w-0 break-words font-semibold text-lg">{title}</h1>
          {badges}
        </div>
        {description ? <p className="max-w-2xl text-muted-foreground text-sm">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
