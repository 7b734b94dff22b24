import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { MeProvider } from "@/components/data/use-me";
import { CommandPalette } from "@/components/shell/command-palette/command-palette";
import { CommandSourceProvider } from "@/components/shell/command-palette/command-source";
import { MainNav } from "@/components/shell/main-nav";
import { SignInRedirect } from "@/components/shell/sign-in-redirect";
import { SkipLink } from "@/components/shell/skip-link";
import { getServices } from "@/lib/services";
import { loadMe } from "./load-me";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  if (await getServices().needsSetup()) redirect("/setup");
  const me = await loadMe();
  if (!me) return <SignInRedirect />;
  return (
    <MeProvider me={me}>
      <CommandSourceProvider>
        <SkipLink />
        <div className="flex h-dvh flex-col-reverse md:flex-row">
          <MainNav />
          <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-auto outline-none">
            {children}
          </main>
        </div>
        <CommandPalette />
      </CommandSourceProvider>
    </MeProvider>
  );
}
