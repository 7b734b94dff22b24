import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = {
  title: { template: "%s · Settings · Signalbox", default: "Settings" },
};

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <Page className="max-w-5xl">
      <PageHeader title="Settings" />
      <div className="grid grid-cols-1 gap-5 md:flex md:gap-8">
        <SettingsNav />
        <div className="grid min-w-0 flex-1 grid-cols-1 content-start gap-5">{children}</div>
      </div>
    </Page>
  );
}
