import type { Metadata } from "next";
import { Inbox } from "@/components/approvals/inbox";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Approvals" };

export default function ApprovalsPage() {
  return (
    <Page>
      <PageHeader title="Approvals" description="Runs that paused for a person." />
      <Inbox />
    </Page>
  );
}
