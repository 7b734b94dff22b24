import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

interface AuthPageProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Under the box: the way to another page. */
  foot?: ReactNode;
}

/** The page of everything that happens before somebody is signed in: one narrow box. */
export function AuthPage({ title, description, children, foot }: AuthPageProps) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center bg-canvas px-4 py-10">
      <div className="grid w-full max-w-sm gap-5">
        <header className="grid justify-items-center gap-1 text-center">
          <Logo className="mb-3 size-10" />
          <h1 className="break-words font-semibold text-xl">{title}</h1>
          {description ? <p className="text-muted-foreground text-sm">{description}</p> : null}
        </header>
        {children ? <div className="grid gap-4 rounded-lg border bg-card p-5">{children}</div> : null}
        {foot ? <p className="text-center text-muted-foreground text-sm">{foot}</p> : null}
      </div>
    </main>
  );
}
