import type { Metadata } from "next";
import { RunList } from "@/components/runs/run-list";
import { RunSections } from "@/components/runs/run-sections";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Runs" };

export default function RunsPage() {
  return (
    <Page>
      <PageHeader title="Runs" description="What your agents did and do." />
      <RunSections />
      <RunList />
    </Page>
  );
}
