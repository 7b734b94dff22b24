import type { Metadata } from "next";
import { DashboardScreen } from "@/components/dashboards/dashboard-screen";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Dashboards" };

export default function DashboardsPage() {
  return (
    <Page>
      <PageHeader title="Dashboards" description="How your agents fare, and where time and money go." />
      <DashboardScreen />
    </Page>
  );
}
